/**
 * The part of the content that a preview can show although the check is red: a broken link or a doubtful
 * date does no harm to a look at the page; what Astro cannot build, or what could run code, is left out.
 */
import type { RawFile } from '../read/entry.ts';
import { placeOf } from '../read/place.ts';
import type { CheckOptions } from './check-content.ts';
import { checkFiles } from './check-content.ts';
import type { RuleId } from './rules.ts';
import { RULES } from './rules.ts';
import { meaningRules } from './tables/meaning.ts';

const BREAKS_THE_JOIN = /^(?:reference|vocabulary)-/;
const SHOWN_ANYWAY: ReadonlySet<string> = new Set([
  ...Object.keys(meaningRules).filter((rule) => !BREAKS_THE_JOIN.test(rule)),
  ...['link-broken', 'link-anchor', 'link-consent', 'picture-alt', 'weekday-wrong'],
  ...['zero-width', 'bidi-control', 'file-too-big', 'file-stray', 'folder-unknown', 'file-extension'],
]);

function hides(rule: RuleId): boolean {
  return RULES[rule].severity === 'error' && !SHOWN_ANYWAY.has(rule);
}

export type Preview = { files: RawFile[]; leftOut: string[] };

/**
 * Leaves out entries and pictures with faults of that kind, then what refers to them, until the rest can be
 * built. Vocabularies stay: without them nothing can be shown.
 */
export function previewOf(files: readonly RawFile[], options: CheckOptions): Preview {
  let rest = [...files];
  const leftOut: string[] = [];
  for (;;) {
    const wrong = new Set(
      checkFiles(rest, options).flatMap(({ rule, path }) =>
        hides(rule) && placeOf(path).kind !== 'vocabulary' ? [path] : [],
      ),
    );
    const kept = rest.filter(({ path }) => !wrong.has(path));
    leftOut.push(...rest.flatMap(({ path }) => (wrong.has(path) ? [path] : [])));
    if (kept.length === rest.length) return { files: kept, leftOut: leftOut.sort() };
    rest = kept;
  }
}
