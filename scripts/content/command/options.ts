import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

/** What a command understands: `value` options take a value, `flag` options do not. */
export type OptionKinds = Readonly<Record<string, 'value' | 'flag'>>;

type OptionValue<Kind> = Kind extends 'flag' ? true : string;

export type ParsedOptions<Kinds extends OptionKinds> = {
  readonly values: { readonly [Name in keyof Kinds]?: OptionValue<Kinds[Name]> };
  readonly rest: readonly string[];
};

/**
 * Parses a command line: `--name value`, `--name=value`, `--flag`, and the words without dashes.
 * @throws CommandError on an unknown option, a missing value or an option given twice.
 */
export function parseOptions<const Kinds extends OptionKinds>(
  argv: readonly string[],
  kinds: Kinds,
): ParsedOptions<Kinds> {
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
    ),
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | true> = {};
  const rest: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = kinds[token.name];
    if (kind === undefined) throw new CommandError(unknownOption(token.rawName, Object.keys(kinds)));
    if (values[token.name] !== undefined) throw new CommandError(`Ключ ${token.rawName} указан дважды.`);
    if (kind === 'flag') {
      if (token.value !== undefined) throw new CommandError(`У ключа ${token.rawName} не бывает значения.`);
      values[token.name] = true;
    } else {
      if (token.value === undefined || token.value === '' || isNextOption(token.value, token.inlineValue)) {
        throw new CommandError(`У ключа ${token.rawName} нет значения.`);
      }
      values[token.name] = token.value;
    }
  }
  return { values: values as ParsedOptions<Kinds>['values'], rest };
}

/** `--out --seasons 3`: the value was forgotten, and the next option would be swallowed. */
function isNextOption(value: string, inline: boolean | undefined): boolean {
  return inline !== true && value.startsWith('--');
}

function unknownOption(raw: string, known: readonly string[]): string {
  return `Ключ ${raw} неизвестен. Есть: ${known.map((name) => `--${name}`).join(', ')}.`;
}

/**
 * A whole number between two bounds, written in digits.
 * @throws CommandError that names the option, what was written and the bounds.
 */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(value) || value < min || value > max) {
    throw new CommandError(
      `Ключ --${option}: написано «${text}», нужно целое число от ${String(min)} до ${String(max)}.`,
    );
  }
  return value;
}
