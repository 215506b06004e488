/** A page that was made ahead, or is shown again as it was left, takes up what the reader has chosen meanwhile. */
import { storedVision, VISION_KEYS, VISION_STORAGE } from './settings.ts';

function takeUp(): void {
  let kept: string | null;
  try {
    kept = localStorage.getItem(VISION_STORAGE);
  } catch {
    // Storage is forbidden: what was chosen on this page stays.
    return;
  }
  const choice = storedVision(kept);
  for (const key of VISION_KEYS) {
    const value = choice[key];
    if (value === undefined) document.documentElement.removeAttribute(`data-${key}`);
    else document.documentElement.setAttribute(`data-${key}`, value);
  }
}

document.addEventListener('prerenderingchange', takeUp);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) takeUp();
});
