/** The content that the fault matrix registers for: one invented enterprise, visits of every kind. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Instant } from '../../../src/time/moscow.ts';
import { instantOf } from '../../../src/time/moscow.ts';
import { projectRoot } from '../../build/stages.ts';

/** The matrix lives on one day for ever: Saturday, 5 December 2026, noon in Moscow. */
export const MATRIX_NOW: Instant = instantOf('2026-12-05', '12:00');

/** The visit of most rows: 12 December, so its applications end with 9 December. */
export const MATRIX_CLOSES: Instant = instantOf('2026-12-10', '00:00');

const SEASON = 'matrix';
const ENTERPRISE = 'matrix-works';

const VISITS = {
  plain: { day: '2026-12-12', time: '10:30', more: '' },
  young: {
    day: '2026-12-12',
    time: '12:00',
    more: '    admission:\n      minAge: 12\n      minAgeUnaccompanied: 14\n',
  },
  team: { day: '2026-12-12', time: '14:00', more: '    perTeam:\n      minSize: 2\n      maxSize: 6\n' },
  schools: { day: '2026-12-12', time: '16:00', more: '    groups: true\n' },
  tiny: { day: '2026-12-13', time: '10:30', more: '' },
  soon: { day: '2026-12-08', time: '10:30', more: '' },
  over: { day: '2026-12-07', time: '10:30', more: '' },
  cancelled: {
    day: '2026-12-14',
    time: '10:30',
    more: '    status: cancelled\n    statusNote: ремонт линии\n',
  },
  moved: {
    day: '2026-12-15',
    time: '10:30',
    more: '    status: moved\n    movedFrom:\n      date: 2026-12-14\n      time: "12:00"\n',
  },
  elsewhere: {
    day: '2026-12-16',
    time: '10:30',
    more: '    registration: link\n    registrationUrl: https://example.ru/zapis\n',
  },
  free: { day: '2026-12-17', time: '10:30', more: '    registration: none\n' },
} as const;
export type VisitName = keyof typeof VISITS | 'future';

/** Where a visit's page is. */
export function visitPath(name: VisitName): string {
  if (name === 'future') return '/seasons/matrix-later/matrix-works/2027-01-20-1030/';
  const { day, time } = VISITS[name];
  return `/seasons/${SEASON}/${ENTERPRISE}/${day}-${time.replace(':', '')}/`;
}

/** A visit's id. */
export function visitId(name: VisitName): string {
  return visitPath(name).replace('/seasons/', '').replace(/\/$/, '');
}

function season(title: string, start: string, end: string, opens: string): string {
  return `---
title: ${title}
start: ${start}
end: ${end}
${opens}sources:
  - title: Выдумано для проверки
---
`;
}

function visit(name: string, day: string, time: string, more: string): string {
  const capacity = name === 'tiny' ? 1 : 15;
  return `  - date: ${day}
    time: "${time}"
    durationMinutes: 90
    format: excursion
    capacity: ${capacity}
${more}`;
}

/** Writes the content afresh: the real vocabulary, pages and consents, and the invented visits. */
export async function writeMatrixContent(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  for (const folder of ['vocabulary', 'pages', 'consent']) {
    await cp(path.join(projectRoot, 'content', folder), path.join(dir, folder), { recursive: true });
  }
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(dir, file)), { recursive: true });
    await writeFile(path.join(dir, file), text);
  };
  await write(
    `enterprises/${ENTERPRISE}.md`,
    `---
name: Выдуманный завод
makes: ничего, кроме проверок
industry: food
address: улица Выдуманная, 1
formats: [excursion]
admission:
  documents: паспорт
standing: active
sources:
  - title: Выдумано для проверки
---
`,
  );
  await write(`seasons/${SEASON}/index.md`, season('Проверочный сезон', '2026-12-01', '2026-12-31', ''));
  const opens = 'registrationOpens:\n  date: 2026-12-20\n  time: "12:00"\n';
  await write('seasons/matrix-later/index.md', season('Будущий сезон', '2027-01-10', '2027-01-31', opens));
  const sessions = Object.entries(VISITS).map(([name, { day, time, more }]) => visit(name, day, time, more));
  const programme = (visits: string): string => `---\nformats: [excursion]\nsessions:\n${visits}---\n`;
  await write(`seasons/${SEASON}/${ENTERPRISE}.md`, programme(sessions.join('')));
  await write(`seasons/matrix-later/${ENTERPRISE}.md`, programme(visit('future', '2027-01-20', '10:30', '')));
}
