/** Budgets of a first visit, in bytes after brotli; kept by `npm test`, printed by `npm run bench -- weight`. */
export const BUDGETS = {
  /** One first flight of TCP: ten packets. */
  firstFlight: 14_600,
  scriptBeforeInteraction: 6 * 1024,
  sessionPageTotal: 60 * 1024,
} as const;
