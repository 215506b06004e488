/**
 * What the person at the keyboard can put right: the message is one plain Russian line, shown without a stack.
 * Any other error is ours and keeps its stack.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
