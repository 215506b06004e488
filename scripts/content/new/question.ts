import { z } from 'zod';
import { explainDay } from '../check/day-hints.ts';
import { editDistance } from '../naming/similarity.ts';

/** One of a closed list. */
export type Choice = { readonly id: string; readonly title: string };

export type Answer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Something to ask for: by a command-line option of the same name, or at the keyboard. */
export type Question = {
  readonly option: string;
  readonly ask: string;
  readonly required: boolean;
  /** Shown as a numbered list before the question. */
  readonly choices: readonly Choice[];
  readonly read: (text: string) => Answer;
};

const russian = z.locales.ru().localeError;

/** Free text that a field's schema accepts; the schema's own words give the example and say what is wanted. */
export function textQuestion(option: string, ask: string, schema: z.ZodType, required = true): Question {
  const example = /Пример: (.+)$/su.exec(schema.description ?? '')?.[1];
  return {
    option,
    ask: example === undefined ? ask : `${ask} (например, ${example.replace(/^"|"$/g, '')})`,
    required,
    choices: [],
    read: (text) => {
      const result = schema.safeParse(text.trim(), { error: russian });
      if (result.success) return { ok: true, value: result.data };
      const wanted = result.error.issues.map((issue) => issue.message).join('; ');
      const { likely } = explainDay(text.trim());
      const meant = likely !== undefined && schema.safeParse(likely).success && wanted.includes('день');
      const hint = meant ? `; возможно, ${likely}?` : '';
      return { ok: false, message: `написано «${text}», нужно: ${wanted}${hint}` };
    },
  };
}

/** One of a closed list, by its id, its number in the list, or its title. */
export function choiceQuestion(
  option: string,
  ask: string,
  choices: readonly Choice[],
  required = true,
): Question {
  return { option, ask, required, choices, read: (text) => readChoice(text, choices) };
}

/** Some of a closed list, separated by commas. */
export function choicesQuestion(option: string, ask: string, choices: readonly Choice[]): Question {
  return {
    option,
    ask: `${ask} (через запятую)`,
    required: true,
    choices,
    read: (text) => {
      const answers = text
        .split(',')
        .filter((part) => part.trim() !== '')
        .map((part) => readChoice(part, choices));
      const refused = answers.find((answer) => !answer.ok);
      if (refused !== undefined) return refused;
      if (answers.length === 0) return { ok: false, message: 'нужно хотя бы одно значение' };
      const values = answers.map((answer) => (answer.ok ? answer.value : ''));
      return { ok: true, value: [...new Set(values)] };
    },
  };
}

function readChoice(text: string, choices: readonly Choice[]): Answer {
  const written = text.trim().toLowerCase();
  const byNumber = /^\d{1,3}$/.test(written) ? choices[Number(written) - 1] : undefined;
  const found =
    choices.find(({ id, title }) => id === written || title.toLowerCase() === written) ?? byNumber;
  if (found !== undefined) return { ok: true, value: found.id };
  const nearest = [...choices]
    .map((choice) => ({ choice, distance: distanceTo(choice, written) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ choice }) => `${choice.id} (${choice.title})`);
  const shown =
    choices.length <= 20 ? choices.map(({ id }) => id).join(', ') : `например ${nearest.join(', ')}`;
  return { ok: false, message: `«${text.trim()}» в списке нет, есть: ${shown}` };
}

function distanceTo(choice: Choice, written: string): number {
  return Math.min(editDistance(choice.id, written), editDistance(choice.title.toLowerCase(), written));
}
