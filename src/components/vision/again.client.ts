/** A page that was made ahead, or is shown again as it was left, takes up what the reader has chosen meanwhile. */
import { storedVision, VISION_STORAGE } from './settings.ts';
import { show } from './show.client.ts';

function takeUp(): void {
  let kept: string | null;
  try {
    kept = localStorage.getItem(VISION_STORAGE);
  } catch {
    // Storage is forbidden: what was chosen on this page stays.
    return;
  }
  show(storedVision(kept));
}

document.addEventListener('prerenderingchange', takeUp);
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) takeUp();
});
