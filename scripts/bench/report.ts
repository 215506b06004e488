/** What a part of the bench gives back: rows for the table, and what was left out and why. */
import os from 'node:os';

export type Row = {
  /** What was measured. */
  name: string;
  /** Each run's figure, in the unit. */
  samples: readonly number[];
  unit: string;
  /** The figure beside which it stands, measured in the same run. */
  ratio?: { to: string; value: number };
  /** The limit it has to keep, in the unit. */
  target?: number;
};

export type PartReport = { part: string; rows: readonly Row[]; skipped: readonly string[] };

export type Part = { name: string; run: (say: (line: string) => void) => Promise<PartReport> };

/** The middle of the samples; of an even number, the mean of the two. NaN of none. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The sample below which the share (0 to 1) of all samples lies; NaN of none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

function figure(value: number): string {
  if (!Number.isFinite(value)) return '—';
  if (Math.abs(value) >= 100) return String(Math.round(value));
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

/** One row of the table as cells. */
export function cells(row: Row): string[] {
  const middle = median(row.samples);
  const spread =
    row.samples.length > 1 ? `${figure(Math.min(...row.samples))}–${figure(Math.max(...row.samples))}` : '';
  const kept = row.target === undefined ? '' : `≤ ${figure(row.target)} ${middle <= row.target ? '✓' : '✗'}`;
  const ratio = row.ratio === undefined ? '' : `${figure(row.ratio.value)} × ${row.ratio.to}`;
  return [row.name, `${figure(middle)} ${row.unit}`, spread, kept, ratio];
}

/** A table in plain text, also good Markdown. */
export function table(report: PartReport): string {
  const rows = [['what', 'median', 'spread', 'target', 'ratio'], ...report.rows.map(cells)];
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length))) ?? [];
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  const skipped = report.skipped.map((reason) => `skipped: ${reason}`);
  return [
    `## ${report.part}`,
    '',
    line(head),
    rule,
    ...body.map(line),
    ...(skipped.length > 0 ? ['', ...skipped] : []),
  ].join('\n');
}

export type Machine = { cpu: string; cores: number; memoryGiB: number; system: string; node: string };

/** The machine in a few words. */
export function machine(): Machine {
  return {
    cpu: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
  };
}
