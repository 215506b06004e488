import type { z } from 'zod';
import type { ContentTree } from '../tree/content-tree.ts';
import type { Question } from './question.ts';

/** Answers by the question's option; what was skipped is absent. */
export type Answers = Readonly<Record<string, unknown>>;

/** What an entry becomes: where it goes and what it says. `path` is below the content root. */
export type Draft = {
  readonly path: string;
  /** Other paths that would be the same entry. */
  readonly twins: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** Things a person should look at; nothing is refused because of them. */
  readonly notices: readonly string[];
};

/** A kind of entry that the command can make. */
export type Kind = {
  readonly name: string;
  /** For the text of help: «предприятие». */
  readonly title: string;
  readonly schema: z.ZodObject;
  readonly bodyHint: string;
  readonly nextStep: string;
  /** Questions in the order of asking; `today` is the day in Moscow. */
  readonly questions: (tree: ContentTree, today: string) => readonly Question[];
  /** @throws CommandError when the answers cannot make an entry. */
  readonly draft: (answers: Answers, tree: ContentTree) => Draft;
};

/** The answer as text; an empty string when it was skipped. */
export function textAnswer(answers: Answers, option: string): string {
  const value = answers[option];
  return typeof value === 'string' ? value : '';
}

/** Only the answers that were given, by the names of their fields. */
export function givenFields(
  answers: Answers,
  fields: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, option]) =>
      answers[option] === undefined ? [] : [[field, answers[option]]],
    ),
  );
}

/** The list of sources with the one that was given. */
export function sourcesOf(answers: Answers): Record<string, unknown>[] {
  return [givenFields(answers, { title: 'source', url: 'source-url' })];
}
