/** What the table of rules says about one rule. Everything here is read by editors, so it is Russian. */
export type Rule = {
  title: string;
  /** An error stops publication; a warning only asks to look again. */
  severity: 'error' | 'warning';
  /** What it looks like when it is wrong, and when it is right. */
  wrong: string;
  right: string;
  /** Why it matters or how to mend it, one or two sentences. */
  why: string;
  /** True when Astro itself builds without a word: the trap test shows it. */
  silent?: true;
};
