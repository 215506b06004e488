import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { enterprise } from '../../../src/schema/enterprise.ts';
import { event } from '../../../src/schema/event.ts';
import { ID_PATTERN } from '../../../src/schema/fields.ts';
import { news } from '../../../src/schema/news.ts';
import type { SessionEntry } from '../../../src/schema/programme.ts';
import { programme } from '../../../src/schema/programme.ts';
import { season } from '../../../src/schema/season.ts';
import { minutesOf } from '../../../src/time/moscow.ts';
import { CommandError } from '../command/command-error.ts';
import type { ContentFile } from '../entry/entry-text.ts';
import type { TreePlan } from './tree.ts';
import { demoTree } from './tree.ts';
import { readVocabulary } from './vocabulary.ts';

const vocabulary = await readVocabulary(new URL('../../../content', import.meta.url).pathname);
const PLAN: TreePlan = { from: '2026-11-23', enterprises: 40, seasons: 2, sessions: 215, stress: false };

function tree(change: Partial<TreePlan> = {}): ContentFile[] {
  return [...demoTree({ ...PLAN, ...change }, vocabulary)];
}

function frontMatterOf(file: ContentFile): unknown {
  const [, head] = file.text.split('---\n');
  return parse(head ?? '');
}

/** Reads a file by the schema of its folder; throws when the schema refuses it. */
function check(file: ContentFile): unknown {
  const data = frontMatterOf(file);
  if (file.path.startsWith('enterprises/')) return enterprise.parse(data);
  if (file.path.startsWith('events/')) return event.parse(data);
  if (file.path.startsWith('news/')) return news.parse(data);
  return file.path.endsWith('/index.md') ? season.parse(data) : programme.parse(data);
}

function programmes(files: readonly ContentFile[], season_: string): SessionEntry[][] {
  return files
    .filter((file) => file.path.startsWith(`seasons/${season_}/`) && !file.path.endsWith('/index.md'))
    .map((file) => programme.parse(frontMatterOf(file)).sessions);
}

describe('demoTree', () => {
  it('gives the same bytes for the same options and other bytes for another day', () => {
    expect(tree()).toEqual(tree());
    expect(tree()).not.toEqual(tree({ from: '2026-11-24' }));
  });

  it.each([
    ['ordinary', {}],
    ['stress', { stress: true }],
    ['without sessions', { sessions: 0 }],
    ['empty', { enterprises: 0, seasons: 0, sessions: 0 }],
    ['full to the brim', { enterprises: 2, sessions: 216 }],
  ] as const)('writes only entries that the schemas accept: %s', (_, change) => {
    for (const file of tree(change)) expect(() => check(file), file.path).not.toThrow();
  });

  it('refuses by schema an entry with a spoilt field, so the check above can fail', () => {
    const file = tree()[0];
    expect(() =>
      check({ path: file?.path ?? '', text: file?.text.replace('demo: true', 'demo: 1') ?? '' }),
    ).toThrow();
  });

  it('uses every industry, okrug and format, and leaves some places unknown', () => {
    const entries = tree()
      .filter((file) => file.path.startsWith('enterprises/'))
      .map((file) => enterprise.parse(frontMatterOf(file)));
    expect(new Set(entries.map((entry) => entry.industry))).toEqual(
      new Set(vocabulary.industries.map(({ id }) => id)),
    );
    expect(new Set(entries.map((entry) => entry.okrug))).toEqual(
      new Set([undefined, ...vocabulary.okrugs.map(({ id }) => id)]),
    );
    expect(new Set(entries.flatMap((entry) => entry.formats))).toEqual(
      new Set(vocabulary.formats.map(({ id }) => id)),
    );
  });

  it('marks every entry as fiction', () => {
    for (const file of tree({ stress: true })) {
      expect(file.text, file.path).toContain('вымышленн');
      expect(file.path, file.path).toContain('demo-');
      const marked = /^enterprises\/|\/index\.md$/.test(file.path);
      if (marked) expect(frontMatterOf(file), file.path).toMatchObject({ demo: true });
    }
  });

  it('names each file by a valid id, once', () => {
    const paths = tree({ enterprises: 3000, stress: true }).map((file) => file.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths)
      for (const part of path.replace(/\.md$/, '').split('/')) expect(part).toMatch(ID_PATTERN);
  });

  it('holds exactly the sessions asked for in each season, at about eleven an enterprise', () => {
    for (const id of ['demo-2026-11', 'demo-2026-08']) {
      const sessions = programmes(tree(), id);
      expect(sessions.flat()).toHaveLength(215);
      expect(sessions).toHaveLength(20);
    }
  });

  it('never lets two sessions of one enterprise overlap, even when full', () => {
    for (const sessions of programmes(tree({ enterprises: 2, sessions: 216 }), 'demo-2026-11')) {
      for (const [index, session] of sessions.entries()) {
        const next = sessions[index + 1];
        if (next?.date !== session.date) continue;
        expect(minutesOf(session.time) + session.durationMinutes).toBeLessThanOrEqual(minutesOf(next.time));
      }
    }
  });

  it('shows every kind of session', () => {
    const all = programmes(tree({ sessions: 430 }), 'demo-2026-11').flat();
    const kinds: Record<string, (session: SessionEntry) => boolean> = {
      cancelled: (s) => s.status === 'cancelled',
      moved: (s) => s.status === 'moved' && s.movedFrom?.date !== s.date,
      link: (s) => s.registration === 'link',
      none: (s) => s.registration === 'none',
      teams: (s) => s.perTeam !== undefined,
      groups: (s) => s.groups === true,
      online: (s) => s.online === true,
      english: (s) => s.language === 'en',
      'other meeting point': (s) => s.meetingPoint !== undefined,
      'other admission': (s) => s.admission !== undefined,
      night: (s) => s.time >= '21:00',
      'other closing': (s) => s.registrationClosesDaysBefore !== undefined,
      titled: (s) => s.title !== undefined,
    };
    for (const [kind, is] of Object.entries(kinds)) expect(all.some(is), kind).toBe(true);
  });

  it('refuses more sessions than its enterprises can hold, before writing anything', () => {
    const files = demoTree({ ...PLAN, enterprises: 2, sessions: 217 }, vocabulary);
    expect(() => files.next()).toThrow(CommandError);
  });
});
