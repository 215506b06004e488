/** The fast way for text without peculiarities, by the same library that Astro reads front matter with. */
import { load, YAMLException } from 'js-yaml';
import { isDay } from '../../../src/time/moscow.ts';

export type SimpleYaml = {
  /** Days as text. */
  value: unknown;
  /** Unquoted days as Date objects, as Astro gives them to the schema. */
  astroValue: unknown;
};

/** Anchors, aliases, tags, tabs: whatever the positions are needed for. */
const PECULIAR = /(?:^|[\s[{,])[&*!]\S|\t|<</m;
const DATE_TIME = /\d{4}-\d\d?-\d\d?(?:[Tt]|\s+)\d\d?:/;
const DAYS = /(\d{4})-(\d\d?)-(\d\d?)/g;

/** The values, or undefined when the text must be read with positions. */
export function readSimpleYaml(text: string): SimpleYaml | undefined {
  if (PECULIAR.test(text) || DATE_TIME.test(text)) return undefined;
  for (const [day, , month = '', date = ''] of text.matchAll(DAYS))
    if (!exists(day, month, date)) return undefined;
  const warnings: unknown[] = [];
  try {
    const astroValue = load(text, {
      onWarning: (warning) => warnings.push(warning),
    });
    return warnings.length > 0 ? undefined : { value: daysAsText(astroValue), astroValue };
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** The first 28 days of every month always exist: the calendar is asked only about the rest. */
function exists(day: string, month: string, date: string): boolean {
  if (month.length !== 2 || date.length !== 2) return false;
  if (month >= '01' && month <= '12' && date >= '01' && date <= '28') return true;
  return isDay(day);
}

function daysAsText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (Array.isArray(value)) return value.map(daysAsText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, daysAsText(item)]));
}
