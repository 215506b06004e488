/**
 * Applications that arrive together share one commit. Waiting for the disk is what an application costs, so in
 * a rush the wait is shared; each application is still a step of its own, all under the write lock that is
 * taken before the first seat is counted, and none is answered before the commit is on the disk.
 */
import { asStorageError } from './sqlite-database.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/** So many wait for the same commit at most: the first of them must not wait for all the others. */
const LARGEST_GROUP = 64;

type Step = { readonly run: () => void; readonly done: () => void; readonly fail: (error: unknown) => void };

export class GroupCommit {
  readonly #db: SqliteDatabase;
  #waiting: Step[] = [];

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  /** Runs the step with the next commit. A step that fails is undone alone; a commit that fails undoes all of its group. */
  add<T>(step: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      let result: { readonly value: T } | null = null;
      this.#waiting.push({
        run: () => {
          result = { value: step() };
        },
        done: () => {
          if (result === null) reject(new Error('a step was committed without having run'));
          else resolve(result.value);
        },
        fail: (error) => {
          const known = asStorageError(error);
          reject(known instanceof Error ? known : new Error(String(known)));
        },
      });
      if (this.#waiting.length === 1)
        setImmediate(() => {
          this.#flush();
        });
    });
  }

  #flush(): void {
    const group = this.#waiting.splice(0, LARGEST_GROUP);
    if (this.#waiting.length > 0)
      setImmediate(() => {
        this.#flush();
      });
    const written: Step[] = [];
    try {
      this.#db.transaction(() => {
        for (const step of group) if (this.#runAlone(step)) written.push(step);
      });
    } catch (error) {
      // Those that failed alone have been told already; a promise hears only the first answer.
      for (const step of group) step.fail(error);
      return;
    }
    for (const step of written) step.done();
  }

  /** False when the step failed and was undone. @throws what SQLite says when the whole transaction is gone. */
  #runAlone(step: Step): boolean {
    const { db } = this.#db;
    db.exec('SAVEPOINT step');
    try {
      step.run();
    } catch (error) {
      // A full disk undoes the whole transaction.
      if (!db.isTransaction) throw error;
      db.exec('ROLLBACK TO step; RELEASE step');
      step.fail(error);
      return false;
    }
    db.exec('RELEASE step');
    return true;
  }
}
