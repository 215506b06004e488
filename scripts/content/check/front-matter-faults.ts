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
        wanted: 'первой строкой ---, затем поля, затем снова ---',
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
    faults.push(
      fault('front-matter-unclosed', {
        path,
        line: split.line,
        about,
        problem: 'он не закрыт',
        written: 'одна строка ---',
        wanted: 'вторая строка --- после полей',
      }),
    );
  }
  if (yaml !== undefined) faults.push(...yamlFaults(path, yaml));
  if (yaml?.problems.length === 0 && !isRecord(yaml.value)) {
    const written = yaml.value === null ? 'пусто' : `«${(yaml.sourceOf([]) ?? '').slice(0, 60)}»`;
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
  anchor: 'yaml-anchor',
  tag: 'yaml-tag',
  syntax: 'yaml-syntax',
} as const satisfies Record<YamlProblem['kind'], RuleId>;

type Words = Pick<FaultParts, 'problem' | 'written' | 'wanted'> & ({ field: string } | { about: string });

function words({ kind, written, key, code }: YamlProblem): Words {
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
