/** Budgets of a first visit, in bytes after brotli; kept by `npm test`, printed by `npm run bench -- weight`. */
export const BUDGETS = {
  /** One first flight of TCP, ten packets, holds what first-flight.ts counts: the whole first view, right as it is. */
  firstFlight: 14_600,
  /** So much of it the headers of the answer take, most of them for security. */
  answerHeaders: 700,
  /** Modules that load by themselves and only add to the page. */
  scriptBeforeInteraction: 6 * 1024,
  /** With letters and pictures. */
  sessionPageTotal: 60 * 1024,
} as const;
