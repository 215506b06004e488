/** Puts a choice on the page: a key without a value goes. */
import { VISION_KEYS } from './settings.ts';
import type { VisionChoice } from './settings.ts';

export function show(choice: VisionChoice): void {
  for (const key of VISION_KEYS) {
    const value = choice[key];
    if (value === undefined) document.documentElement.removeAttribute(`data-${key}`);
    else document.documentElement.setAttribute(`data-${key}`, value);
  }
}
