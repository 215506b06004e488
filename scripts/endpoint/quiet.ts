/** People first: whatever can wait waits while applications are being answered. */
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_AGAIN_MS = 25;
/** Mails go on under a load that never ends. */
const LONGEST_WAIT_MS = 2000;

export class Traffic {
  #underWay = 0;

  /** One more is being answered, until the returned function is called. */
  begin(): () => void {
    this.#underWay += 1;
    let over = false;
    return () => {
      if (!over) this.#underWay -= 1;
      over = true;
    };
  }

  /** Resolves when nobody waits for an answer, at the latest after two seconds. */
  async quiet(): Promise<void> {
    for (let waited = 0; this.#underWay > 0 && waited < LONGEST_WAIT_MS; waited += LOOK_AGAIN_MS) {
      await delay(LOOK_AGAIN_MS);
    }
  }
}
