/** Checks JSON-LD against the vocabulary of schema.org and against what Google requires. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A class of schema.org: what it extends and which properties are its own. */
type Class = { parents: string[]; properties: Set<string> };

export type Vocabulary = { classes: Map<string, Class>; members: Map<string, Set<string>> };

/**
 * The vocabulary as the package schema-dts publishes it in its types: every class, what it extends, its
 * properties, and the members of its enumerations.
 */
export function readVocabulary(): Vocabulary {
  const require = createRequire(import.meta.url);
  const file = path.join(path.dirname(require.resolve('schema-dts')), 'schema.d.ts');
  return parseVocabulary(readFileSync(file, 'utf8'));
}

/** Reads the declarations. */
export function parseVocabulary(text: string): Vocabulary {
  const classes = new Map<string, Class>();
  const members = new Map<string, Set<string>>();
  let current: Class | null = null;
  for (const line of text.split('\n')) {
    // A class with heirs is declared as `XBase` and `XLeaf`, one without as `XLeaf` alone.
    const start = /^(?:export )?interface (\w+?)(?:Base|Leaf)\b(?:<[^>]*>)?(?: extends ([^{]+))?\{/.exec(
      line,
    );
    if (start !== null) {
      const name = start[1] ?? '';
      const parents = [...(start[2] ?? '').matchAll(/(\w+)Base\b/g)].map((match) => match[1] ?? '');
      current = { parents: parents.filter((parent) => parent !== name), properties: new Set() };
      if (classes.has(name)) continue;
      classes.set(name, current);
      continue;
    }
    if (line.startsWith('}')) current = null;
    const property = /^\s+"([A-Za-z]\w*)"\?:/.exec(line)?.[1];
    if (property !== undefined) current?.properties.add(property);
    const enumeration = /^export type (\w+)(?:<[^=]*>)? = (.*"https:\/\/schema\.org\/.*);$/.exec(line);
    if (enumeration !== null) {
      const values = [...(enumeration[2] ?? '').matchAll(/"(https:\/\/schema\.org\/\w+)"/g)];
      members.set(enumeration[1] ?? '', new Set(values.map((match) => match[1] ?? '')));
    }
  }
  return { classes, members };
}

/** True when instances of the class may have the property, by itself or by what it extends. */
export function hasProperty({ classes }: Vocabulary, name: string, property: string): boolean {
  const found = classes.get(name);
  if (found === undefined) return false;
  if (found.properties.has(property)) return true;
  return found.parents.some((parent) => hasProperty({ classes, members: new Map() }, parent, property));
}

export type JsonNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every node of a graph, nested ones too. */
export function* nodesOf(value: unknown): Generator<JsonNode> {
  if (Array.isArray(value)) for (const item of value) yield* nodesOf(item);
  if (!isNode(value)) return;
  yield value;
  for (const item of Object.values(value)) yield* nodesOf(item);
}

/** Values that must come from an enumeration. */
const ENUMERATED: Readonly<Record<string, string>> = {
  eventStatus: 'EventStatusType',
  eventAttendanceMode: 'EventAttendanceModeEnumeration',
  availability: 'ItemAvailability',
};
const MOMENT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}\+03:00)?$/;
const MOMENTS = new Set([
  'startDate',
  'endDate',
  'previousStartDate',
  'validFrom',
  'availabilityEnds',
  'datePublished',
  'dateModified',
]);

function valueFaults(vocabulary: Vocabulary, property: string, value: unknown): string[] {
  const list = ENUMERATED[property];
  if (list !== undefined && !(typeof value === 'string' && vocabulary.members.get(list)?.has(value)))
    return [`${property}: не из списка ${list}: ${String(value)}`];
  if (MOMENTS.has(property) && !(typeof value === 'string' && MOMENT.test(value)))
    return [`${property}: не день и не момент с +03:00: ${String(value)}`];
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return [`${property}: пусто`];
  return [];
}

/** How an event is attended, by the kinds of its places. */
const ATTENDANCE: Readonly<Record<string, string>> = {
  Place: 'https://schema.org/OfflineEventAttendanceMode',
  VirtualLocation: 'https://schema.org/OnlineEventAttendanceMode',
  'Place VirtualLocation': 'https://schema.org/MixedEventAttendanceMode',
};

/** Every place can be found, and the places are those of the way in which the event is attended. */
function placeFaults({ location, eventAttendanceMode: mode }: JsonNode): string[] {
  const places = [location].flat().filter(isNode);
  const kinds = places.map((place) => String(place['@type'])).sort();
  const found = ({ '@type': type, name, url }: JsonNode): boolean =>
    (type === 'VirtualLocation' ? url : name) !== undefined;
  return [
    ...(places.length > 0 && places.every(found) ? [] : ['Event: место без имени или ссылки']),
    ...(mode === undefined || ATTENDANCE[kinds.join(' ')] === mode
      ? []
      : [
          `Event: ${typeof mode === 'string' ? mode : JSON.stringify(mode)} не подходит к месту (${kinds.join(', ')})`,
        ]),
  ];
}

function requiredFaults(node: JsonNode): string[] {
  const missing = (...names: string[]): string[] =>
    names.filter((name) => node[name] === undefined).map((name) => `${String(node['@type'])}: нет ${name}`);
  switch (node['@type']) {
    case 'Event':
      return [
        ...missing('name', 'startDate', 'location'),
        ...(node.eventStatus === 'https://schema.org/EventRescheduled' ? missing('previousStartDate') : []),
        ...placeFaults(node),
      ];
    case 'Offer':
      return missing('price', 'priceCurrency', 'url');
    case 'BreadcrumbList':
    case 'ItemList':
      return missing('itemListElement');
    case 'NewsArticle':
      return missing('headline', 'image', 'datePublished', 'author');
    case 'Organization':
      return missing('name');
    default:
      return [];
  }
}

export type GraphReport = {
  faults: string[];
  nodes: number;
  events: number;
  /** Events that search engines will not show, because nobody knows the address. */
  withoutAddress: number;
};

/** Checks one graph. */
export function checkGraph(vocabulary: Vocabulary, graph: unknown): GraphReport {
  const report: GraphReport = { faults: [], nodes: 0, events: 0, withoutAddress: 0 };
  const ids = new Set<string>();
  const references: string[] = [];
  for (const node of nodesOf(graph)) {
    const type = node['@type'];
    const id = node['@id'];
    if (type === undefined) {
      if (typeof id === 'string') references.push(id);
      continue;
    }
    report.nodes += 1;
    if (typeof id === 'string') ids.add(id);
    if (typeof type !== 'string' || !vocabulary.classes.has(type)) {
      report.faults.push(`нет такого класса: ${JSON.stringify(type)}`);
      continue;
    }
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith('@')) continue;
      const known = hasProperty(vocabulary, type, property.replace(/-input$/, ''));
      const constraint = property.endsWith('-input') && hasProperty(vocabulary, type, 'target');
      if (!known && !constraint) report.faults.push(`у ${type} нет свойства ${property}`);
      report.faults.push(...valueFaults(vocabulary, property, value));
    }
    report.faults.push(...requiredFaults(node));
    if (type === 'Event') {
      report.events += 1;
      const places = [node.location].flat().filter(isNode);
      if (places.some((place) => place['@type'] === 'Place' && place.address === undefined))
        report.withoutAddress += 1;
    }
  }
  for (const reference of references)
    if (!ids.has(reference)) report.faults.push(`ссылка ни на что: ${reference}`);
  return report;
}

/** The graph of a page, or null when it has none. @throws SyntaxError when it is no JSON. */
export function graphOf(html: string): unknown {
  const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return text === undefined ? null : JSON.parse(text);
}
