import { createInterface } from 'node:readline/promises';
import { CommandError } from './command-error.ts';

export type Keyboard = {
  /** Prints the prompt and waits for a line; undefined where nobody sits at a terminal. */
  readonly ask: ((prompt: string) => Promise<string>) | undefined;
  readonly close: () => void;
};

/** The terminal, if there is one. */
export function openKeyboard(): Keyboard {
  if (!process.stdin.isTTY) return { ask: undefined, close: () => undefined };
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl+C and Ctrl+D end the input: a question that waits for its answer would never be settled.
  const left = new Promise<never>((_, reject) => {
    lines.once('close', () => {
      reject(new CommandError('\nПрервано, ничего не записано.'));
    });
  });
  left.catch(() => undefined);
  return {
    ask: (prompt) => Promise.race([lines.question(prompt), left]),
    close: () => {
      lines.close();
    },
  };
}
