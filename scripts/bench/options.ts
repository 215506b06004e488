/** What the environment may ask of the bench (README: «Benchmark»). */

/** Said in one line: the environment asks for what is not to be had. */
export class OptionError extends Error {}

/** A whole number from 1 on, or the usual one where nothing is asked. @throws OptionError for anything else. */
export function countAsked(
  name: string,
  usual: number,
  env: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const asked = env[name] ?? '';
  if (asked === '') return usual;
  if (!/^[1-9]\d{0,5}$/.test(asked))
    throw new OptionError(`${name}: нужно целое число от 1, записано «${asked}».`);
  return Number(asked);
}

/** Names divided by commas, or null where none are asked. @throws OptionError for a name that is not known. */
export function namesAsked(
  name: string,
  known: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] | null {
  const asked = (env[name] ?? '').split(',').filter((part) => part !== '');
  if (asked.length === 0) return null;
  const wrong = asked.filter((part) => !known.includes(part));
  if (wrong.length > 0)
    throw new OptionError(`${name}: нет «${wrong.join('», «')}». Есть: ${known.join(', ')}.`);
  return asked;
}
