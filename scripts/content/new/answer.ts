import { CommandError } from '../command/command-error.ts';
import type { Answers } from './kind.ts';
import type { Question } from './question.ts';

/** Asks at the keyboard: prints the prompt, returns the line; undefined where nobody sits at a keyboard. */
export type Ask = ((prompt: string) => Promise<string>) | undefined;
export type Say = (line: string) => void;

const SHORT_LIST = 24;

/**
 * Collects the answers: from the options first, the rest at the keyboard. Optional ones are skipped by Enter,
 * and not asked at all when every required one was given as an option.
 * @throws CommandError for a wrong option, or when a required answer is missing and nobody can be asked.
 */
export async function collectAnswers(
  questions: readonly Question[],
  options: Readonly<Record<string, string | undefined>>,
  ask: Ask,
  say: Say,
): Promise<Answers> {
  const answers: Record<string, unknown> = {};
  for (const question of questions) {
    const text = options[question.option];
    if (text === undefined) continue;
    const answer = question.read(text);
    if (!answer.ok) throw new CommandError(`Ключ --${question.option}: ${answer.message}.`);
    answers[question.option] = answer.value;
  }
  const missing = questions.filter(({ option, required }) => required && answers[option] === undefined);
  if (missing.length === 0) return answers;
  if (ask === undefined) {
    const names = missing.map(({ option }) => `--${option}`).join(', ');
    throw new CommandError(`Не хватает: ${names}. Задать вопросы некому: укажите всё ключами.`);
  }
  for (const question of questions) {
    if (answers[question.option] !== undefined) continue;
    const value = await askUntilRight(question, ask, say);
    if (value !== undefined) answers[question.option] = value;
  }
  return answers;
}

async function askUntilRight(
  question: Question,
  ask: (prompt: string) => Promise<string>,
  say: Say,
): Promise<unknown> {
  if (question.choices.length > 0 && question.choices.length <= SHORT_LIST) {
    for (const [index, { id, title }] of question.choices.entries())
      say(`  ${String(index + 1)}. ${title} — ${id}`);
  }
  const note = question.required ? '' : ' (необязательно, Enter — пропустить)';
  for (;;) {
    const text = await ask(`${question.ask}${note}: `);
    if (text.trim() === '' && !question.required) return undefined;
    const answer = question.read(text);
    if (answer.ok) return answer.value;
    say(`Не подходит: ${answer.message}.`);
  }
}
