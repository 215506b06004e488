/**
 * The counter-proof of the race test: the same storage with the lock taken away. Seats are counted, others get
 * their turn, then the row is written. It must oversell; if it does not, the race test proves nothing.
 */
import { seatsIn } from '../storage/sqlite-applications.ts';
import { SqliteDatabase } from '../storage/sqlite-database.ts';
import { insertRegistration } from '../storage/sqlite-registrations.ts';
import { storageOn } from '../storage/sqlite-storage.ts';
import type { Storage } from '../storage/storage.ts';

/** A storage that holds every application back until so many have counted the free seats. */
export function unlockedStorage(file: string, together: number): Storage {
  const db = new SqliteDatabase(file);
  let counted = 0;
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    ...storageOn(db),
    async apply(application) {
      const { plan, seats } = application;
      const free = plan.capacity - seatsIn(db, plan.session, 'confirmed');
      counted += 1;
      if (counted >= together) open();
      await gate;
      if (seats > free) return { kind: 'full', free };
      const registration = db.transaction(() => insertRegistration(db, application, 'confirmed'));
      return { kind: 'accepted', registration };
    },
  };
}
