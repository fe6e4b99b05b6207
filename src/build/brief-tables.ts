import { BriefTable } from './brief-table.ts';
import type { BriefPart, Store } from './store.ts';

/**
 * The tables of brief records that the last build left: one of nearly all, and one of those that came since, so that one more
 * article has little written. All that is in them is in the records too: a table that can't be read is as good as none.
 */
export class BriefTables {
  static readonly none = new BriefTables(undefined, undefined, false);

  readonly settled: BriefTable | undefined;
  readonly recent: BriefTable | undefined;
  /** Whether there is a table that is of no use, and has to be replaced lest a later build believe it. */
  readonly areRefused: boolean;

  private constructor(settled: BriefTable | undefined, recent: BriefTable | undefined, areRefused: boolean) {
    // Where it can't be told which articles of the large table are gone, none of it can be believed.
    this.settled = areRefused && recent === undefined ? undefined : settled;
    this.recent = recent;
    this.areRefused = areRefused;
  }

  static open(store: Pick<Store, 'getBriefs'>): BriefTables {
    let areRefused = false;
    const open = (part: BriefPart): BriefTable | undefined => {
      const packed = store.getBriefs(part);
      try {
        return packed && new BriefTable(packed);
      } catch {
        // Another version of the program has packed it.
        areRefused = true;
        return undefined;
      }
    };
    return new BriefTables(open('settled'), open('recent'), areRefused);
  }

  /** The tables that were made under a steering (see `BriefNote`): one of another knows none of this build's articles. */
  steeredBy(steering: string): BriefTables {
    const [settled, recent] = [this.settled, this.recent].map((table) =>
      table?.note.steering === steering ? table : undefined,
    );
    const areSteered = settled === this.settled && recent === this.recent;
    return areSteered ? this : new BriefTables(settled, recent, true);
  }

  /** For each row of the large table, 1 if its article is gone. */
  listDead(): Uint8Array {
    const isDead = new Uint8Array(this.settled?.rows ?? 0);
    for (const row of this.recent?.note.dead ?? []) isDead[row] = 1;
    return isDead;
  }
}
