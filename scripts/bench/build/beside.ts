/** The same pages made by others, measured in turn, and how ours stands beside them. */
import path from 'node:path';
import type { Row } from '../report.ts';
import { median } from '../report.ts';
import { scratch } from '../scratch.ts';
import type { Peer } from './peers.ts';
import { PEERS, plainPages } from './peers.ts';
import type { PlainPage } from './plain-text.ts';
import type { Run } from './runs.ts';
import { cpu, wall } from './runs.ts';

const RUNS = 3;
/** Markdown takes a star or a number at the start of a line for markup: a peer may differ by so little. */
const TOLERANCE = 0.02;

export type Ours = {
  fromNothing: readonly Run[];
  withPictures: readonly Run[];
  /** One more build with pictures kept. */
  again: () => Promise<Run>;
};

function characters(pages: readonly PlainPage[]): number {
  return pages.reduce((sum, page) => sum + page.paragraphs.join('').length, 0);
}

/** Why what a peer made is not the same site; null when it is. */
export function unlike(ours: readonly PlainPage[], theirs: readonly PlainPage[]): string | null {
  if (theirs.length !== ours.length) return `it made ${theirs.length} pages of ${ours.length}`;
  const share = characters(theirs) / characters(ours);
  return Math.abs(share - 1) <= TOLERANCE ? null : `its pages hold ${share.toFixed(2)} of the text`;
}

/** Builds the site's text with every peer that is here. */
export async function besidePeers(
  siteDir: string,
  ours: Ours,
  say: (line: string) => void,
): Promise<{ rows: Row[]; skipped: string[] }> {
  const pages = await plainPages(siteDir);
  const rows: Row[] = [];
  const skipped: string[] = [];
  for (const peer of PEERS) {
    const missing = peer.missing();
    if (missing === null) say(`build: ${peer.name}`);
    const measured = missing ?? (await measurePeer(peer, pages, ours.again));
    if (typeof measured === 'string') skipped.push(measured);
    else rows.push(...peerRows(peer, pages.length, measured, ours));
  }
  return { rows, skipped };
}

type Figures = { wall: number[]; cpu: number[]; peak: number[]; ours: Run[] };

async function measurePeer(
  peer: Peer,
  pages: readonly PlainPage[],
  again: () => Promise<Run>,
): Promise<Figures | string> {
  const figures: Figures = { wall: [], cpu: [], peak: [], ours: [] };
  for (let index = 0; index < RUNS; index++) {
    // What is judged is measured in turn: the pace of a shared machine changes within minutes.
    if (peer.target !== undefined) figures.ours.push(await again());
    const dir = scratch('peer');
    const run = await peer.build(pages, dir);
    if (run.code !== 0) return `${peer.name}: its build failed: ${run.output.split('\n')[0] ?? ''}`;
    const other = index > 0 ? null : unlike(pages, await plainPages(path.join(dir, peer.out)));
    if (other !== null) return `${peer.name}: ${other}`;
    figures.wall.push(run.wallSeconds);
    figures.cpu.push(run.cpuSeconds);
    figures.peak.push(run.peakMiB);
  }
  return figures;
}

function peerRows(peer: Peer, pages: number, figures: Figures, ours: Ours): Row[] {
  const own = (what: string, samples: number[], unit: string): Row => ({
    name: `${pages} pages of the same text, ${peer.name}: ${what}`,
    samples,
    unit,
  });
  const beside = (what: string, value: number, target?: number): Row => ({
    name: `ours beside ${peer.name}, ${what}`,
    samples: [value],
    unit: '×',
    ...(target === undefined ? {} : { target }),
  });
  const [theirWall, theirCpu] = [median(figures.wall), median(figures.cpu)];
  const inTurn = figures.ours.length > 0;
  const withPictures = inTurn ? figures.ours : ours.withPictures;
  const kept = `pictures kept${inTurn ? ', in turn' : ''}`;
  return [
    own('wall', figures.wall, 's'),
    own('CPU', figures.cpu, 's'),
    own('peak memory', figures.peak, 'MiB'),
    beside(`${kept}: wall`, wall(withPictures) / theirWall, peer.target),
    beside(`${kept}: CPU`, cpu(withPictures) / theirCpu),
    beside('from nothing: wall', wall(ours.fromNothing) / theirWall),
  ];
}
