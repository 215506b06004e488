/** What the page remembers between loads in this tab: answers until they are accepted, then only the number. */
import type { Accepted } from './outcome.ts';
import { readStatus } from './reply-status.ts';

export type Draft = {
  /** Typed and chosen answers by control name, in the order of the form. */
  readonly answers: readonly (readonly [name: string, value: string])[];
  readonly submissionId: string;
  /** True from the first sending until its outcome is known. */
  readonly sent: boolean;
};
export type Memory =
  { readonly kind: 'draft'; readonly draft: Draft } | { readonly kind: 'accepted'; readonly reply: Accepted };

/** Anything with the two methods of `Storage` that matter. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPair(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** Reads back what `serialiseMemory` wrote; null for anything else. */
export function parseMemory(text: string | null): Memory | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (!isRecord(value)) return null;
  const { draft, reply } = value;
  if (value.kind === 'draft' && isRecord(draft)) {
    const { answers, submissionId, sent } = draft;
    if (!Array.isArray(answers) || !answers.every(isPair) || typeof submissionId !== 'string') return null;
    return { kind: 'draft', draft: { answers, submissionId, sent: sent === true } };
  }
  if (value.kind === 'accepted' && isRecord(reply)) {
    const reference = typeof reply.reference === 'string' ? reply.reference : null;
    return {
      kind: 'accepted',
      reply: {
        kind: 'accepted',
        reference,
        status: readStatus(reply.status),
        already: reply.already === true,
      },
    };
  }
  return null;
}

/** The memory as text for the store. */
export function serialiseMemory(memory: Memory): string {
  return JSON.stringify(memory);
}

/** A random id in the shape of a UUID; on plain http pages `crypto.randomUUID` does not exist. */
export function newSubmissionId(
  source: Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>>,
): string {
  if (source.randomUUID) return source.randomUUID();
  const bytes = source.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
