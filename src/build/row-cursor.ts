/** Rows that may have gone in between. */
const LOOKED_AHEAD = 2;

/** Walks through rows, for somebody who asks for nearly all of them in their order. */
export class RowCursor {
  readonly #isSkipped: Uint8Array;
  #next = 0;

  /** @param isSkipped - For each row, 1 if nobody will ask for it. */
  constructor(isSkipped: Uint8Array) {
    this.#isSkipped = isSkipped;
  }

  /** The next row, or the one after it, if it is the one that is meant. */
  seek(isMeant: (row: number) => boolean): number | undefined {
    let row = this.#skip(this.#next);
    for (let looked = 0; looked < LOOKED_AHEAD && row < this.#isSkipped.length; looked++) {
      if (isMeant(row)) {
        this.#next = row + 1;
        return row;
      }
      row = this.#skip(row + 1);
    }
    return undefined;
  }

  goOnBehind(row: number): void {
    this.#next = row + 1;
  }

  #skip(from: number): number {
    let row = from;
    while (this.#isSkipped[row] === 1) row++;
    return row;
  }
}
