import { afterEach, describe, expect, it } from 'vitest';
import { DRY_RUN_CONSENT, dryRunVisit } from '../dry-run.ts';
import { FAULT } from '../faults.ts';
import type { Fault } from '../faults.ts';
import { openSqliteStorage } from '../storage/sqlite-storage.ts';
import { SITE, startTestEndpoint } from '../testing/running.ts';
import type { TestEndpoint } from '../testing/running.ts';
import { examine, report } from './examine.ts';
import type { Target, TrialSession } from './target.ts';

let endpoint: TestEndpoint;
afterEach(async () => {
  await endpoint.stop();
});

function trial(name: string): TrialSession {
  const visit = dryRunVisit(`dry-run/${name}`);
  if (visit === undefined) throw new Error('no dry run');
  return { id: visit.id, start: visit.startsAtText };
}

function target(over: Partial<Target> = {}): Target {
  return {
    url: endpoint.formUrl,
    origin: SITE,
    open: trial('open'),
    closed: trial('closed'),
    full: trial('full'),
    consent: { version: DRY_RUN_CONSENT, hash: DRY_RUN_CONSENT },
    honeypot: endpoint.settings.honeypot,
    ...over,
  };
}

async function missing(over: Partial<Target> = {}): Promise<string[]> {
  return (await examine(target(over)))
    .filter((one) => one.result === 'missing')
    .map((one) => `${one.name}: ${one.words}`);
}

describe('check:endpoint', () => {
  it('finds nothing missing in the embedded endpoint, and leaves no mail and no count behind', async () => {
    endpoint = await startTestEndpoint();
    expect(await missing()).toEqual([]);
    expect(await endpoint.storage.counts()).toEqual([]);
    await endpoint.round();
    expect(await endpoint.storage.mailStates()).toEqual({ queued: 0, sent: 0, failed: 0 });
    endpoint.now += 24 * 3_600_000 + 1;
    await endpoint.purge();
    expect(await endpoint.storage.list('dry-run/open')).toEqual([]);
  });

  it('says what it could not try', async () => {
    endpoint = await startTestEndpoint();
    const findings = await examine(target({ full: null }));
    expect(report(findings)).toContain('Всё, что удалось проверить, выполнено. Не проверено: 2.');
  });

  it.each<[string, Fault, RegExp]>([
    ['without CORS', FAULT.noCors, /Access-Control-Allow-Origin/],
    ['that answers with a page', FAULT.htmlPage200, /ответ 200, нужен 201/],
    ['that answers emptily', FAULT.empty200, /Повтор той же заявки/],
    ['that breaks down', FAULT.error500, /ответ 500/],
    ['that redirects everybody', FAULT.redirect, /ответ 303/],
    ['that cuts the line', FAULT.cut, /нет ответа/],
  ])('refuses an endpoint %s', async (_, fault, words) => {
    endpoint = await startTestEndpoint();
    endpoint.faults.current = fault;
    endpoint.faults.times = 1000;
    const found = await missing();
    expect(found.join('\n')).toMatch(words);
    expect(found.length).toBeGreaterThan(3);
  });

  it('says once that nobody is there', async () => {
    endpoint = await startTestEndpoint();
    const { url } = endpoint;
    await endpoint.stop();
    const findings = await examine(target({ url }));
    expect(findings).toHaveLength(1);
    expect(findings[0]?.words).toMatch(/никто не отвечает \(ECONNREFUSED\)/);
    endpoint = await startTestEndpoint();
  });

  it('refuses an endpoint that knows no repeats', async () => {
    const storage = openSqliteStorage(':memory:');
    let count = 0;
    endpoint = await startTestEndpoint({
      storage: {
        ...storage,
        apply(application) {
          count += 1;
          const answers = {
            ...application.answers,
            submissionId: null,
            email: `${count}@example.org`,
            phone: String(count),
          };
          return storage.apply({ ...application, answers });
        },
      },
    });
    const found = (await missing()).join('\n');
    expect(found).toContain(
      'Повтор той же заявки не создаёт вторую: ответ 200 с тем же телом: ответ 201, нужен 200',
    );
    expect(found).toContain(
      'Десять одинаковых заявок одновременно — одна запись: ответов 201 должно быть 1, а их 10',
    );
    expect(found).toContain('Без скрипта повтор узнаётся по посещению, почте и имени: ответ 201, нужен 200');
  });

  it('refuses an endpoint that sends visitors to another site', async () => {
    endpoint = await startTestEndpoint({
      settings: { siteUrl: 'https://elsewhere.example', allowedOrigins: [] },
    });
    expect((await missing()).join('\n')).toContain(
      'переход ведёт на https://elsewhere.example/registration/failed/',
    );
  });

  it('refuses an endpoint that closes nothing and is never full', async () => {
    endpoint = await startTestEndpoint();
    const open = trial('open');
    const found = (await missing({ closed: open, full: open })).join('\n');
    expect(found).toContain('Закрытая запись: 410: ответ 201, нужен 410');
    expect(found).toContain('Мест нет: 409: ответ 201, нужен 409');
  });
});
