/**
 * The rush of the opening day: 4,000 people for 215 sessions, sent as fast as 64 connections carry them — far
 * faster than the minute in which they come — against a real endpoint process with its mails, beside a bare
 * route that only commits one row. Wrong counts make the part fail.
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Part, PartReport, Row } from '../bench/report.ts';
import { percentile } from '../bench/report.ts';
import { rush } from './bench/load.ts';
import type { Sample } from './bench/load.ts';
import { openSqliteStorage } from './storage/sqlite-storage.ts';
import { startBareServer, startChild } from './testing/child-process.ts';
import { applicationFields, temporaryFolder, writeSiteData } from './testing/site-data.ts';

export const PEOPLE = 4000;
export const SESSIONS = 215;
export const SEATS = 15;
const AT_ONCE = 64;
const RUNS = 3;

function sessionId(index: number): string {
  return `winter-2026/works-${index + 1}/2026-12-10-1030`;
}

/** Who wants where: a tenth of the sessions draws a third of the people, so some fill at once and some never do. */
export function wishes(people: number, sessions: number): number[] {
  const popular = Math.max(1, Math.floor(sessions / 10));
  return Array.from({ length: people }, (_, index) =>
    index % 3 === 0 ? Math.floor(index / 3) % popular : (index * 7) % sessions,
  );
}

/** @throws Error when an application was lost, stored twice or a session oversold or left with free seats. */
export async function assertExact(
  database: string,
  wanted: readonly number[],
  samples: readonly Sample[],
): Promise<void> {
  const storage = openSqliteStorage(database);
  try {
    for (let session = 0; session < SESSIONS; session += 1) {
      const demand = wanted.filter((wish) => wish === session).length;
      const list = await storage.list(sessionId(session));
      const references = new Set(list.map((one) => one.reference));
      const confirmed = list.filter((one) => one.state === 'confirmed').length;
      if (confirmed !== Math.min(demand, SEATS)) {
        throw new Error(`${sessionId(session)}: ${confirmed} seats given, ${demand} wanted, ${SEATS} there`);
      }
      const acknowledged = samples.filter(
        (sample, index) => wanted[index] === session && sample.status === 201,
      );
      const lost = acknowledged.filter((sample) => !references.has(referenceOf(sample)));
      if (lost.length > 0 || acknowledged.length !== list.length) {
        throw new Error(
          `${sessionId(session)}: ${acknowledged.length} acknowledged, ${list.length} stored, ${lost.length} lost`,
        );
      }
    }
  } finally {
    await storage.close();
  }
}

function referenceOf(sample: Sample): string {
  return String((JSON.parse(sample.body) as { reference?: unknown }).reference);
}

type Run = { readonly perSecond: number; readonly p50: number; readonly p99: number };

function figures(samples: readonly Sample[], seconds: number): Run {
  const times = samples.map((sample) => sample.ms);
  return { perSecond: samples.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

async function oneRun(): Promise<{ endpoint: Run; bare: Run; refused: number }> {
  const dir = temporaryFolder();
  try {
    const sessions = Array.from({ length: SESSIONS }, (_, index) => ({
      id: sessionId(index),
      capacity: SEATS,
    }));
    writeSiteData(path.join(dir, 'data'), sessions);
    const wanted = wishes(PEOPLE, SESSIONS);
    const bodies = wanted.map((wish) =>
      new URLSearchParams(applicationFields({ session: sessionId(wish) })).toString(),
    );
    const child = await startChild(dir);
    const load = await rush(child.formUrl, bodies, AT_ONCE);
    await child.kill('SIGKILL');
    await assertExact(path.join(dir, 'registrations.sqlite'), wanted, load.samples);
    const bareChild = await startBareServer(path.join(dir, 'bare.sqlite'));
    const bareLoad = await rush(bareChild.formUrl, bodies, AT_ONCE);
    await bareChild.kill('SIGKILL');
    return {
      endpoint: figures(load.samples, load.seconds),
      bare: figures(bareLoad.samples, bareLoad.seconds),
      refused: load.samples.filter((sample) => sample.status === 409).length,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function run(say: (line: string) => void): Promise<PartReport> {
  const runs: Awaited<ReturnType<typeof oneRun>>[] = [];
  for (let index = 0; index < RUNS; index += 1) {
    say(`endpoint: rush ${index + 1} of ${RUNS}`);
    runs.push(await oneRun());
  }
  const row = (name: string, unit: string, of: (one: Run) => number, target?: number): Row[] => {
    const samples = runs.map((one) => of(one.endpoint));
    const bare = runs.map((one) => of(one.bare));
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    return [
      {
        name,
        unit,
        samples,
        ratio: { to: 'bare route', value: mean(samples) / mean(bare) },
        ...(target === undefined ? {} : { target }),
      },
      { name: `${name}, bare route`, unit, samples: bare },
    ];
  };
  const minute = runs.map((one) => PEOPLE / one.endpoint.perSecond);
  return {
    part: 'endpoint',
    rows: [
      {
        name: `${PEOPLE} people for ${SESSIONS} sessions, none lost, none oversold`,
        unit: 's',
        samples: minute,
        target: 60,
      },
      ...row('applications per second', '1/s', (one) => one.perSecond),
      ...row(`reply with ${AT_ONCE} at once, p50`, 'ms', (one) => one.p50),
      ...row(`reply with ${AT_ONCE} at once, p99`, 'ms', (one) => one.p99, 1000),
      { name: 'told that it is full', unit: 'people', samples: runs.map((one) => one.refused) },
    ],
    skipped: [],
  };
}

export const part: Part = { name: 'endpoint', run };
