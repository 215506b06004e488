import type { Ask, Say } from '../new/answer.ts';
import type { Named } from '../naming/enterprise-name.ts';
import { matchEnterprise } from '../naming/enterprise-name.ts';
import type { Schedule } from './schedule.ts';
import type { CellFault } from './sheet.ts';

export type ResolvedNames = {
  /** Enterprise's id by the name in the sheet. */
  readonly ids: ReadonlyMap<string, string>;
  readonly faults: readonly CellFault[];
};

/**
 * Finds the enterprise of every name in the sheet. Unsure names are asked for, one question per name;
 * where nobody can be asked they are faults with the likeliest enterprises listed. Nothing is guessed.
 */
export async function resolveNames(
  schedule: Schedule,
  known: readonly Named[],
  ask: Ask,
  say: Say,
): Promise<ResolvedNames> {
  const ids = new Map<string, string>();
  const faults: CellFault[] = [];
  for (const [name, where] of schedule.enterprises) {
    const match = matchEnterprise(name, known);
    if (match.kind === 'exact') {
      ids.set(name, match.id);
      continue;
    }
    const chosen = ask === undefined ? undefined : await choose(name, match.candidates, known, ask, say);
    if (chosen !== undefined) ids.set(name, chosen);
    else faults.push(unknownName(schedule, name, where, match.candidates));
  }
  return { ids, faults };
}

function unknownName(
  schedule: Schedule,
  name: string,
  where: string,
  candidates: readonly Named[],
): CellFault {
  const rows = schedule.rows.filter(({ enterprise }) => enterprise === name);
  const more = rows.length > 1 ? ` и ещё строк: ${String(rows.length - 1)}` : '';
  const near = candidates.map((one) => `${one.name} (${one.id})`).join('; ');
  const hint =
    near === ''
      ? 'Похожих нет: добавьте предприятие (npm run new -- enterprise).'
      : `Возможно: ${near}. Исправьте название или допишите ${inQuotes(name)} в alsoKnownAs предприятия.`;
  return {
    where: `${where}${more}`,
    message: `предприятие ${inQuotes(name)} не узнано. ${hint}`,
  };
}

/** A name with quotation marks of its own gets no second ones around it. */
function inQuotes(name: string): string {
  return /[«"“„]/.test(name) ? name : `«${name}»`;
}

async function choose(
  name: string,
  candidates: readonly Named[],
  known: readonly Named[],
  ask: (prompt: string) => Promise<string>,
  say: Say,
): Promise<string | undefined> {
  say(`Предприятие ${inQuotes(name)} не узнано.`);
  for (const [index, one] of candidates.entries()) say(`  ${String(index + 1)}. ${one.name} — ${one.id}`);
  const list = candidates.length > 0 ? 'номер из списка, ' : '';
  for (;;) {
    const text = (await ask(`Какое это? (${list}имя файла, Enter — никакое): `)).trim();
    if (text === '') return undefined;
    const byNumber = /^\d{1,2}$/.test(text) ? candidates[Number(text) - 1] : undefined;
    const found = byNumber ?? known.find(({ id }) => id === text);
    if (found !== undefined) return found.id;
    say(`Нет такого: «${text}».`);
  }
}
