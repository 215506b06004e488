import { createInterface } from 'node:readline/promises';

export type Keyboard = {
  /** Prints the prompt and waits for a line; undefined where nobody sits at a terminal. */
  readonly ask: ((prompt: string) => Promise<string>) | undefined;
  readonly close: () => void;
};

/** The terminal, if there is one. */
export function openKeyboard(): Keyboard {
  if (!process.stdin.isTTY) return { ask: undefined, close: () => undefined };
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  return {
    ask: (prompt) => lines.question(prompt),
    close: () => {
      lines.close();
    },
  };
}
