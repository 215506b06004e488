/** The content security policy: one function for the meta tag of a page and for the header of all. */
import type { Settings } from '../../src/settings/settings.ts';
import type { InlineHashes } from './inline-code.ts';

export type PolicySettings = Pick<Settings, 'siteUrl' | 'formEndpoint' | 'formMode' | 'availabilityUrl'>;

function origin(address: string | null): string[] {
  return address === null ? [] : [new URL(address).origin];
}

/** What `default-src` says in a page, without saying it of styles. */
const INSTEAD_OF_DEFAULT: [string, string[]][] = [
  ['object-src', ["'none'"]],
  ['frame-src', ["'none'"]],
  ['media-src', ["'none'"]],
];

/**
 * The policy as text. No `unsafe-inline`: what stands in a page is named by its hash. `wasm-unsafe-eval` is for
 * the full-text search, which is WebAssembly. A meta tag cannot say who may frame the page: the header does.
 * The header leaves styles to the meta tag of each page, which has them all: nearly every page has a style sheet
 * of its own, and a header with the hashes of all would weigh 6 KB with every letter, script and picture.
 */
export function policy(settings: PolicySettings, hashes: InlineHashes, where: 'meta' | 'header'): string {
  const endpoint = settings.formMode === 'form' ? origin(settings.formEndpoint) : [];
  const own = new URL(settings.siteUrl).origin;
  const apart = (origins: readonly string[]): string[] =>
    [...new Set(origins)].filter((other) => other !== own).sort();
  const directives: [string, string[]][] = [
    ...(where === 'meta' ? ([['default-src', ["'none'"]]] as [string, string[]][]) : INSTEAD_OF_DEFAULT),
    ['script-src', ["'self'", "'wasm-unsafe-eval'", ...[...hashes.scripts].sort()]],
    ...(where === 'meta'
      ? ([['style-src', ["'self'", ...[...hashes.styles].sort()]]] as [string, string[]][])
      : []),
    ['img-src', ["'self'"]],
    ['font-src', ["'self'"]],
    ['connect-src', ["'self'", ...apart([...endpoint, ...origin(settings.availabilityUrl)])]],
    ['worker-src', ["'self'"]],
    ['manifest-src', ["'self'"]],
    // 'self' too: the endpoint sends a plain submission back to one of the site's own pages.
    ['form-action', ["'self'", ...apart(endpoint)]],
    ['base-uri', ["'none'"]],
    ...(where === 'header' ? ([['frame-ancestors', ["'none'"]]] as [string, string[]][]) : []),
    ...(own.startsWith('https:') ? ([['upgrade-insecure-requests', []]] as [string, string[]][]) : []),
  ];
  return directives.map(([name, values]) => [name, ...values].join(' ')).join('; ');
}

/** The origins that a policy lets forms be sent to. */
export function formTargets(text: string): string[] {
  const directive = text.split('; ').find((part) => part.startsWith('form-action '));
  return directive === undefined ? [] : directive.split(' ').slice(1);
}
