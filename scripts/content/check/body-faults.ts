/** Faults of the text under the fields: HTML, components of MDX. Links and pictures have modules of their own. */
import type { MdastNode } from 'satteri';
import { mdxComponents, isMdxComponent } from '../../../src/schema/mdx-components.ts';
import type { Entry } from '../read/entry.ts';
import { shorten } from '../read/yaml.ts';
import type { Body, BodyNode } from './body.ts';
import { plainText } from './body.ts';
import type { Fault } from './fault.ts';
import { fault } from './fault.ts';
import type { HtmlTag } from './html-faults.ts';
import { dangerousAttributes, isForbiddenTag, tagsOf } from './html-faults.ts';
import { suggestion } from './nearest.ts';
import { describeField, isOptional, shapeOf } from './shape.ts';

const COMPONENTS = Object.keys(mdxComponents);
const COMPONENT_LIST = COMPONENTS.join(', ');

/** Faults of HTML and components. */
export function bodyFaults(entry: Entry, body: Body): Fault[] {
  if (body.kind === 'unreadable') return [unreadable(entry, body)];
  return body.nodes.flatMap((node) => nodeFaults(entry.path, node));
}

function unreadable(entry: Entry, { line, column, message }: Body & { kind: 'unreadable' }): Fault {
  const text = entry.decoded.text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  const written = `«${shorten(text.slice(Math.max(0, column - 10), column + 30))}»`;
  const unclosed = /closing tag for `<(\w+)>`/.exec(message)?.[1];
  const wanted =
    unclosed === undefined
      ? readableInstead(text)
      : `закрывающий </${unclosed}> или косая черта в конце: <${unclosed} … />`;
  return fault('mdx-syntax', {
    path: entry.path,
    line,
    about: 'текст',
    problem: 'его нельзя прочитать',
    written,
    wanted,
  });
}

/** What an editor probably meant by a line that MDX cannot read. */
function readableInstead(line: string): string {
  if (line.includes('<!--')) return 'без заметки <!-- … -->: в .mdx её пишут {/* так */}';
  const address = /<(?:(https?:\/\/[^\s>]+)|([\w.+-]+@[\w.-]+))>/.exec(line);
  if (address?.[1] !== undefined) return `ссылка с текстом: [название](${address[1]})`;
  if (address?.[2] !== undefined) return `ссылка с текстом: [${address[2]}](mailto:${address[2]})`;
  if (/<[A-Z]\w*\s[^>]*=\s*[^"'\s{]/.test(line) || /<[A-Z]\w*\s[^>]*",/.test(line)) {
    return 'значения в прямых кавычках, через пробел: <Fact value="1804" label="год основания" />';
  }
  const closing = /^[^<]*<\/(\w+)>/.exec(line)?.[1];
  if (closing !== undefined) return `без лишнего </${closing}> — или с открывающим <${closing}> перед ним`;
  return 'слова вместо знаков < и { — «младше 5 лет», «12+» — или файл с расширением .md';
}

/** Markdown that stays on the page as it is typed. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/^#{2,6}[^\s#].*$/m, 'пробел после знаков #: ## Заголовок'],
  [/\[[^[\]]+\] \((?:\u0000|https?:|\/|\.\/|mailto:)[^)]*\)/, 'скобки вплотную: [текст](адрес)'],
  [/\[[^[\]]*\]\([^)]*\s[^)]*\)/, 'адрес без пробелов: [текст](адрес)'],
  [/\[[^[\]]+\]\[[^[\]]+\]/, 'адрес в круглых скобках: [текст](адрес)'],
];

function slipFaults(path: string, line: number, text: string): Fault[] {
  for (const [pattern, wanted] of SLIPS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const above = text.slice(0, match.index).split('\n').length - 1;
    const written = shorten(match[0]);
    const problem = 'знаки разметки останутся на странице как есть';
    return [fault('markdown-slip', { path, line: line + above, about: 'текст', problem, written, wanted })];
  }
  return [];
}

function headingFault(path: string, line: number, written: string): Fault {
  return fault('heading-first-level', {
    path,
    line,
    about: 'заголовок',
    problem: 'заголовок страницы уже есть, это её название',
    written: `# ${shorten(written)}`,
    wanted: `## ${shorten(written)}`,
  });
}

function nodeFaults(path: string, { node, line }: BodyNode): Fault[] {
  switch (node.type) {
    case 'heading':
      // Two clashing edits make a heading of «=======»: the clash is told.
      return node.depth === 1 && !plainText(node).startsWith('<<<<<<<')
        ? [headingFault(path, line, plainText(node))]
        : [];
    // A link in square brackets is cut into several texts: the paragraph is looked at as a whole.
    case 'paragraph':
      return slipFaults(path, line, literalText(node));
    case 'html':
      return tagsOf(node.value, line).flatMap((tag) => tagFaults(path, tag));
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression': {
      const comment = node.type !== 'mdxjsEsm' && /^\s*\/\*[^]*\*\/\s*$/.test(node.value);
      if (comment) return [];
      const written = node.type === 'mdxjsEsm' ? shorten(node.value) : `{${shorten(node.value)}}`;
      return [
        fault('mdx-code', {
          path,
          line,
          about: 'текст',
          problem: 'в тексте код',
          written,
          wanted: `обычный текст и компоненты: ${COMPONENT_LIST}`,
        }),
      ];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return elementFaults(path, line, node);
    default:
      return [];
  }
}

/** The paragraph's own words: what became a link, code or a picture is no slip. */
function literalText(paragraph: Extract<MdastNode, { type: 'paragraph' }>): string {
  return paragraph.children
    .map((child: MdastNode) =>
      child.type === 'text' ? child.value : child.type === 'break' ? '\n' : '\u0000',
    )
    .join('');
}

function tagFaults(path: string, { name, attributes, line }: HtmlTag): Fault[] {
  const component = COMPONENTS.find((known) => known.toLowerCase() === name);
  if (component !== undefined) {
    return [
      fault('component-in-md', {
        path,
        line,
        about: 'компонент',
        problem: 'в файле .md он молча пропадёт',
        written: `<${component}>`,
        wanted: `${path.slice(path.lastIndexOf('/') + 1)}x — файл с расширением .mdx`,
      }),
    ];
  }
  return htmlFaults(path, line, name, attributes);
}

function htmlFaults(path: string, line: number, name: string, attributes: HtmlTag['attributes']): Fault[] {
  if (isForbiddenTag(name)) {
    const wanted = 'обычный текст Markdown; для видео — компонент <Video> в файле .mdx';
    return [
      fault('html-forbidden', {
        path,
        line,
        about: 'HTML',
        problem: 'этому тегу не место в тексте',
        written: `<${name}>`,
        wanted,
      }),
    ];
  }
  return dangerousAttributes(attributes).map((written) =>
    fault('html-attribute', {
      path,
      line,
      about: 'HTML',
      problem: 'опасный атрибут',
      written: `<${name} ${shorten(written)}>`,
      wanted: 'тег без обработчиков, стилей и кода в ссылках',
    }),
  );
}

type Element = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function elementFaults(path: string, line: number, element: Element): Fault[] {
  const name = element.name ?? '';
  const named = element.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' ? [attribute] : [],
  );
  if (!isMdxComponent(name)) {
    const plain = named.map(({ name: key, value }) => ({
      name: key,
      value: typeof value === 'string' ? value : '',
    }));
    const html = /^[a-z]/.test(name) ? htmlFaults(path, line, name, plain) : [];
    // An ordinary tag is allowed where Markdown has no sign for it.
    if (html.length > 0 || ['br', 'sup', 'sub', 'abbr', 'small', 'details', 'summary'].includes(name))
      return html;
    return [
      fault('mdx-component', {
        path,
        line,
        about: 'компонент',
        problem: 'такого компонента нет',
        written: `<${name}>`,
        wanted: suggestion(name, COMPONENTS, `один из: ${COMPONENT_LIST}`),
      }),
    ];
  }
  const props = shapeOf(mdxComponents[name]);
  const attribute = (written: string, wanted: string, problem: string): Fault =>
    fault('mdx-attribute', { path, line, about: `компонент <${name}>`, problem, written, wanted });
  const faults: Fault[] = [];
  if (named.length < element.attributes.length) {
    faults.push(attribute('{…}', 'атрибуты по одному, текст в кавычках', 'в атрибутах код'));
  }
  for (const { name: key, value } of named) {
    if (!Object.hasOwn(props, key)) {
      faults.push(
        attribute(
          key,
          suggestion(key, Object.keys(props), `один из: ${Object.keys(props).join(', ')}`),
          'такого атрибута нет',
        ),
      );
    } else if (typeof value !== 'string') {
      const written = value === null || value === undefined ? key : `${key}={${shorten(value.value)}}`;
      faults.push(attribute(written, `${key}="текст в кавычках"`, 'значение атрибута не текст в кавычках'));
    }
  }
  // What `{...all}` holds cannot be known: only that it is code.
  const spread = named.length < element.attributes.length;
  return [...faults, ...valueFaults(name, props, named, attribute, spread)];
}

/** What the schema of the component says about texts and about attributes left out. */
function valueFaults(
  name: keyof typeof mdxComponents,
  props: ReturnType<typeof shapeOf>,
  named: readonly { name: string; value?: unknown }[],
  attribute: (written: string, wanted: string, problem: string) => Fault,
  spread: boolean,
): Fault[] {
  const values = Object.fromEntries(
    named.flatMap(({ name: key, value }) => (typeof value === 'string' ? [[key, value]] : [])),
  );
  const present = new Set(named.map(({ name: key }) => key));
  return Object.entries(props).flatMap(([key, schema]) => {
    const { text, example } = describeField(schema);
    const wanted = `${key}="${example ?? 'текст'}"`;
    if (!present.has(key))
      return isOptional(schema) || spread
        ? []
        : [attribute('ничего', wanted, `нет атрибута ${key} (${text})`)];
    if (values[key] === undefined) return [];
    const one = mdxComponents[name].safeParse(values);
    const wrong = one.success ? undefined : one.error.issues.find(({ path }) => path[0] === key);
    return wrong === undefined
      ? []
      : [
          attribute(
            `${key}="${shorten(values[key])}"`,
            `${wrong.message}, например: ${example ?? ''}`,
            'значение атрибута не подходит',
          ),
        ];
  });
}
