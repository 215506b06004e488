/** One fault of one place, and how it is said. */
import type { Rule } from './rule.ts';
import type { RuleId } from './rules.ts';
import { RULES } from './rules.ts';

export type Fault = {
  rule: RuleId;
  severity: Rule['severity'];
  /** Path inside the content root. */
  path: string;
  /** Counted from 1. */
  line: number;
  /** The field, as an editor would name it: `sessions[2].time`. */
  field: string | null;
  /** What the fault is about where there is no field: «кодировка», «ссылка». */
  about: string | null;
  /** What is wrong. Without a full stop, as the next two. */
  problem: string;
  written: string;
  wanted: string;
};

export type FaultParts = {
  path: string;
  line: number;
  problem: string;
  written: string;
  wanted: string;
} & ({ field: string } | { about: string });

/** A fault with the severity that the table gives to its rule. */
export function fault(rule: RuleId, parts: FaultParts): Fault {
  const { path, line, problem, written, wanted } = parts;
  return {
    rule,
    severity: RULES[rule].severity,
    path,
    line,
    field: 'field' in parts ? parts.field : null,
    about: 'about' in parts ? parts.about : null,
    problem,
    written,
    wanted,
  };
}

/** By path, then line, then rule: the order of the report. */
export function compareFaults(a: Fault, b: Fault): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** «поле «time»: … Написано: … Нужно: …», without the place. */
export function describeFault(fault: Fault): string {
  const subject = fault.field === null ? (fault.about ?? 'файл') : `поле «${fault.field}»`;
  const mark = fault.severity === 'warning' ? 'предупреждение: ' : '';
  return `${subject}: ${mark}${sentence(fault.problem)} Написано: ${sentence(fault.written)} Нужно: ${sentence(fault.wanted)}`;
}

/** The whole line of the report; `root` is the content root as the editor typed it. */
export function renderFault(fault: Fault, root: string): string {
  return `${displayPath(fault.path, root)}:${String(fault.line)} — ${describeFault(fault)}`;
}

/** The path that an editor could open from where the command was run. */
export function displayPath(path: string, root: string): string {
  const folder = root.replace(/^\.\//, '').replace(/\/+$/, '');
  return folder === '' || folder === '.' ? path : `${folder}/${path}`;
}

/** Ends with exactly one full stop unless it ends a sentence otherwise. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
