/** Faults of the block of fields as a whole: its borders and its syntax. */
import type { Entry } from '../read/entry.ts';
import { isRecord } from '../read/entry.ts';
import type { YamlProblem, YamlText } from '../read/yaml.ts';
import type { Fault, FaultParts } from './fault.ts';
import { fault } from './fault.ts';
import type { RuleId } from './rules.ts';

/** Faults of borders and of syntax; what the fields say is judged elsewhere. */
export function frontMatterFaults(entry: Entry): Fault[] {
  const { path, split, yaml } = entry;
  const about = 'блок полей';
  if (split.kind === 'missing') {
    const first = entry.decoded.text.trim().split(/\r?\n/)[0] ?? '';
    const written = first === '' ? 'пустой файл' : `«${first.slice(0, 60)}»`;
    return [
      fault('front-matter-missing', {
        path,
        line: 1,
        about,
        problem: 'его нет',
        written,
        wanted: /^[-–—]{2,8}/.test(first)
          ? 'первой строкой ровно три дефиса: ---'
          : 'первой строкой ---, затем поля, затем снова ---',
      }),
    ];
  }
  if (split.kind === 'toml') {
    return [
      fault('front-matter-toml', {
        path,
        line: split.line,
        about,
        problem: 'он в формате TOML',
        written: '+++',
        wanted: 'строки --- и поля вида «имя: значение»',
      }),
    ];
  }
  const faults: Fault[] = [];
  if (split.kind === 'unclosed') {
    const last = entry.decoded.text.split(/\r\n|\n|\r/)[split.line - 1]?.trim() ?? '';
    const nearly = /^(?:[-–—]{1,8}|\.{3})$/.test(last) && last !== '---';
    faults.push(
      fault('front-matter-unclosed', {
        path,
        line: split.line,
        about,
        problem: 'он не закрыт',
        written: nearly ? last : 'одна строка ---',
        wanted: nearly ? 'ровно три дефиса: ---' : 'вторая строка --- после полей',
      }),
    );
  }
  // The lines of two clashing edits are no fields; the clash itself is told.
  if (/^(?:<{7}|>{7})(?: |$)/m.test(split.yaml)) return faults;
  if (yaml !== undefined) faults.push(...yamlFaults(path, yaml));
  if (split.kind === 'split') faults.push(...hashFaults(path, split.yaml, split.yamlLine));
  if (split.kind === 'split' && yaml?.problems.length === 0 && !isRecord(yaml.value)) {
    const source = (yaml.sourceOf([]) ?? '').slice(0, 60);
    const written = source === '' ? 'пусто' : `«${source}»`;
    faults.push(
      fault('yaml-not-fields', {
        path,
        line: split.yamlLine,
        about,
        problem: 'в нём нет полей',
        written,
        wanted: 'строки вида «имя: значение»',
      }),
    );
  }
  return faults;
}

/** `title: Открой #Моспром`: YAML takes the rest of the line for a note, and the title is cut without a word. */
const CUT_OFF = /^(?:(?=[^#]*[А-Яа-яЁё])[^\s#"'[{|>](?:(?!\s#).)*\s)?#[\p{L}\d]/u;
const BEFORE_VALUE = /^\s*(?:- +)*(?:([A-Za-z][\w-]*): +)?/;

function hashFaults(path: string, yaml: string, firstLine: number): Fault[] {
  if (!/[ \t]#[\p{L}\d]/u.test(yaml)) return [];
  let blockIndent: number | undefined;
  return yaml.split('\n').flatMap((line, index) => {
    const indent = line.search(/\S/);
    if (blockIndent !== undefined && (indent === -1 || indent > blockIndent)) return [];
    blockIndent = /[:-]\s+[|>][-+\d]*\s*$/.test(line) ? indent : undefined;
    const [before = '', key] = BEFORE_VALUE.exec(line) ?? [];
    const value = line.slice(before.length).trimEnd();
    // A line that only goes on with a text may stand in quotes that began above.
    if (before.trim() === '' || !CUT_OFF.test(value)) return [];
    return [
      fault('yaml-hash', {
        path,
        line: firstLine + index,
        ...(key === undefined ? { about: 'блок полей' } : { field: key }),
        problem: 'всё после знака # пропадёт',
        written: value,
        wanted: `весь текст в одинарных кавычках: '${value.replaceAll("'", "''")}'`,
      }),
    ];
  });
}

/** Faults of YAML's syntax, in front matter and vocabularies alike. */
export function yamlFaults(path: string, yaml: YamlText): Fault[] {
  let syntax = 0;
  return yaml.problems.flatMap((problem) => {
    // A sign with a special meaning may also make its line unreadable: one fault is enough.
    const told = yaml.problems.some(({ kind, line }) => kind !== 'syntax' && line === problem.line);
    if (problem.kind === 'syntax' && told) return [];
    // After one unreadable place the rest of the block is guesswork: only the first is told.
    if (problem.kind === 'syntax' && syntax++ > 0) return [];
    return [fault(RULE_OF[problem.kind], { path, line: problem.line, ...words(problem) })];
  });
}

const RULE_OF = {
  tab: 'yaml-tab',
  colon: 'yaml-colon',
  duplicate: 'yaml-duplicate',
  dash: 'yaml-duplicate',
  anchor: 'yaml-anchor',
  tag: 'yaml-tag',
  syntax: 'yaml-syntax',
  quotes: 'yaml-quotes',
  bracket: 'yaml-syntax',
  space: 'yaml-space',
  indent: 'yaml-indent',
  wrap: 'yaml-indent',
} as const satisfies Record<YamlProblem['kind'], RuleId>;

type Words = Pick<FaultParts, 'problem' | 'written' | 'wanted'> & ({ field: string } | { about: string });

function words({ kind, written, key, code, wanted = '' }: YamlProblem): Words {
  const about = 'блок полей';
  switch (kind) {
    case 'tab':
      return { about, problem: 'табуляция вместо пробелов', written, wanted: 'пробелы, по два на уровень' };
    case 'colon': {
      const quoted = `'${written.replaceAll("'", "''")}'`;
      return {
        field: key ?? '',
        problem: 'двоеточие в тексте без кавычек',
        written,
        wanted: `возьмите текст в кавычки: ${quoted}`,
      };
    }
    case 'duplicate':
      return {
        field: key ?? '',
        problem: 'поле написано дважды',
        written,
        wanted: 'оставьте одну из двух строк',
      };
    case 'dash':
      return {
        field: key ?? '',
        problem: 'второй раз в одном пункте списка: похоже, пропущен дефис перед следующим',
        written,
        wanted: `дефис и пробел перед первым полем нового пункта: - ${written}: …`,
      };
    case 'quotes':
      return {
        field: key ?? '',
        problem: 'кавычки или служебный знак в начале текста мешают его прочитать',
        written,
        wanted: `весь текст в одинарных кавычках: ${wanted}`,
      };
    case 'bracket':
      return { field: key ?? '', problem: 'скобка не закрыта', written, wanted };
    case 'space':
      return {
        about,
        problem: 'имя поля, двоеточие и пробел стоят не так',
        written,
        wanted: `обычный пробел после двоеточия и после дефиса: ${wanted}`,
      };
    case 'indent':
      return {
        about,
        problem: 'строка сдвинута относительно соседних',
        written,
        wanted: 'одинаковый отступ у полей одного уровня',
      };
    case 'wrap':
      return {
        about,
        problem: 'текст продолжается на новой строке без отступа',
        written,
        wanted: 'текст в одну строку — или два пробела в начале продолжения',
      };
    case 'anchor':
      return {
        about,
        problem: 'знак & или * в начале значения',
        written,
        wanted: `значение целиком; если это обычный текст — в кавычках: '${written}'`,
      };
    case 'tag':
      return { about, problem: 'знак ! в начале значения', written, wanted: 'возьмите текст в кавычки' };
    case 'syntax':
      return { about, ...syntaxWords(code), written };
  }
}

function syntaxWords(code: string | undefined): { problem: string; wanted: string } {
  switch (code) {
    case 'MISSING_CHAR':
      return {
        problem: 'не хватает кавычки, скобки или двоеточия',
        wanted: 'парные кавычки и скобки, после имени поля — двоеточие и пробел',
      };
    case 'BAD_INDENT':
      return { problem: 'сбит отступ', wanted: 'одинаковый отступ у полей одного уровня' };
    case 'BAD_SCALAR_START':
      return { problem: 'значение начинается со служебного знака', wanted: 'возьмите текст в кавычки' };
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return {
        problem: 'строку нельзя прочитать',
        wanted: 'строка вида «имя: значение»; текст со знаками : # [ ] { } — в кавычках',
      };
    case 'MULTIPLE_DOCS':
      return { problem: 'лишняя строка ---', wanted: 'строки --- только до и после полей' };
    default:
      return {
        problem: 'строку нельзя прочитать',
        wanted: 'строка вида «имя: значение»; проверьте кавычки, скобки и отступ',
      };
  }
}
