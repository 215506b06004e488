/** What the environment may ask of the bench. */
import { SettingsError, wrongSetting } from '../../src/settings/settings.ts';

function refusal(name: string, written: string, wanted: string): SettingsError {
  return new SettingsError(wrongSetting(name, written, wanted));
}

/** A whole number from 1 on, or the usual one where nothing is asked. @throws SettingsError for anything else. */
export function countAsked(
  name: string,
  usual: number,
  env: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const asked = env[name] ?? '';
  if (asked === '') return usual;
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw refusal(name, asked, 'целое число от 1');
  return Number(asked);
}

/** Names divided by commas, or null where none are asked. @throws SettingsError for a name that is not known. */
export function namesAsked(
  name: string,
  known: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] | null {
  const asked = (env[name] ?? '').split(',').filter((part) => part !== '');
  if (asked.length === 0) return null;
  const wrong = asked.filter((part) => !known.includes(part));
  if (wrong.length > 0) throw refusal(name, wrong.join(','), `имена через запятую из ${known.join(', ')}`);
  return asked;
}
