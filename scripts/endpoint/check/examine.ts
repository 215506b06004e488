/** Runs every rule and tells in Russian what is missing. */
import { RULES, SKIPPED } from './rules.ts';
import type { Target } from './target.ts';

export type Finding = {
  readonly name: string;
  readonly result: 'ok' | 'skipped' | 'missing';
  readonly words: string;
};

/** Nothing listens there, or there is no such name: every rule would say the same. */
const NOBODY_THERE: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** One finding per rule, in order. An endpoint that does not answer is a finding too. */
export async function examine(target: Target): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const rule of RULES) {
    let nobody = false;
    let fault: string | null;
    try {
      fault = await rule.check(target);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const { code, message } = (error.cause instanceof Error ? error.cause : error) as NodeJS.ErrnoException;
      nobody = NOBODY_THERE.has(code ?? '');
      fault = nobody
        ? `по этому адресу никто не отвечает (${code ?? ''}): проверьте адрес и запущен ли приём заявок; дальше не проверяли`
        : `нет ответа (${message})`;
    }
    findings.push({
      name: rule.name,
      result: fault === null ? 'ok' : fault === SKIPPED ? 'skipped' : 'missing',
      words: fault ?? '',
    });
    if (nobody) break;
  }
  return findings;
}

const MARKS = { ok: 'есть ', skipped: '?    ', missing: 'НЕТ  ' } as const;

/** The findings as lines for the operator. */
export function report(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ name, result, words }) => `${MARKS[result]}${name}${words === '' ? '' : `\n     ${words}`}`,
  );
  const missing = findings.filter((finding) => finding.result === 'missing').length;
  const skipped = findings.filter((finding) => finding.result === 'skipped').length;
  const verdict =
    missing > 0
      ? `Не выполнено правил: ${missing} из ${findings.length}.`
      : skipped > 0
        ? `Всё, что удалось проверить, выполнено. Не проверено: ${skipped}.`
        : 'Все правила выполнены.';
  return [...lines, '', verdict].join('\n');
}
