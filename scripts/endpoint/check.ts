/**
 * `npm run check:endpoint -- URL [--origin САЙТ] [--open ID --start ВРЕМЯ] [--closed ID --closed-start ВРЕМЯ]
 * [--full ID --full-start ВРЕМЯ] [--consent ВЕРСИЯ --consent-hash ХЕШ]`: tries the registration contract on any
 * endpoint. Without sessions named it uses the dry-run ones of the embedded endpoint.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { readSettings, SettingsError } from '../../src/settings/settings.ts';
import { examine, report } from './check/examine.ts';
import type { Target, TrialSession } from './check/target.ts';
import { DRY_RUN_CONSENT, dryRunVisit } from './dry-run.ts';
import { DRY_RUN_PREFIX } from './storage/storage.ts';

const USAGE = `Как пользоваться: npm run check:endpoint -- АДРЕС_ПРИЁМА_ЗАЯВОК [--origin https://сайт]
Проверка отправляет пробные заявки. У встроенного приёма для них есть отдельные посещения ${DRY_RUN_PREFIX}…;
для другого назовите свои: --open ID --start 2026-12-10T10:30:00+03:00, --closed ID --closed-start …,
--full ID --full-start …, --consent ВЕРСИЯ --consent-hash ХЕШ.`;

const option = { type: 'string' } as const;

function targetFrom(args: readonly string[]): Target | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      origin: option,
      open: option,
      start: option,
      closed: option,
      'closed-start': option,
      full: option,
      'full-start': option,
      consent: option,
      'consent-hash': option,
    },
  });
  const [url] = positionals;
  if (url === undefined || !URL.canParse(url)) return null;
  const settings = readSettings(process.env);
  const trial = (id: string | undefined, start: string | undefined, name: string): TrialSession | null => {
    if (id !== undefined) return { id, start: start ?? '' };
    const visit = values.open === undefined ? dryRunVisit(`${DRY_RUN_PREFIX}${name}`) : undefined;
    return visit === undefined ? null : { id: visit.id, start: visit.startsAtText };
  };
  const open = trial(values.open, values.start, 'open');
  if (open === null) return null;
  return {
    url,
    origin: new URL(values.origin ?? settings.siteUrl).origin,
    open,
    closed: trial(values.closed, values['closed-start'], 'closed'),
    full: trial(values.full, values['full-start'], 'full'),
    consent: { version: values.consent ?? DRY_RUN_CONSENT, hash: values['consent-hash'] ?? DRY_RUN_CONSENT },
    honeypot: settings.formHoneypot,
  };
}

function readTarget(): Target | null {
  try {
    return targetFrom(process.argv.slice(2));
  } catch (error) {
    // Unknown options and wrong addresses are told by the usage; wrong settings by their own line.
    if (!(error instanceof TypeError || error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return null;
  }
}

const target = readTarget();
if (target === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const findings = await examine(target);
  process.stdout.write(`${report(findings)}\n`);
  if (findings.some((finding) => finding.result === 'missing')) process.exitCode = 1;
}
