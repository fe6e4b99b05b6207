/** Bytes of an index are not what a writer of this format writes: cut short, changed on the way, or not an index at all. */
export class CorruptIndexError extends Error {
  override readonly name = 'CorruptIndexError';
}

/** Reads what `BitWriter` wrote. Every method throws `CorruptIndexError` at the end of the bytes. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Bits read from the bytes and not handed out yet, from the highest bit on, zeros behind them; and how many: 0 to 32. */
  #window = 0;
  #length = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @param width - 0 to 32. */
  readBits(width: number): number {
    if (width > 24) return this.readBits(width - 16) * 0x10000 + this.readBits(16);
    if (this.#length < width) this.#fill(width);
    // In two steps, since a shift by 32 would be one by 0.
    const value = (this.#window >>> 1) >>> (31 - width);
    this.#window <<= width;
    this.#length -= width;
    return value;
  }

  readUnary(): number {
    let zeros = 0;
    while (this.#window === 0) {
      zeros += this.#length;
      this.#length = 0;
      this.#fill(1);
    }
    const leading = Math.clz32(this.#window);
    this.#window = (this.#window << leading) << 1;
    this.#length -= leading + 1;
    return zeros + leading;
  }

  /** @param width - 0 to 24. */
  readRice(width: number): number {
    const leading = Math.clz32(this.#window);
    const end = leading + 1 + width;
    if (end > this.#length) return this.readUnary() * (1 << width) + this.readBits(width);
    const low = (((this.#window << leading) << 1) >>> 1) >>> (31 - width);
    this.#window = (this.#window << (end - 1)) << 1;
    this.#length -= end;
    return (leading << width) | low;
  }

  readCount(): number {
    const width = this.readUnary();
    if (width > 30) throw new CorruptIndexError('A count is too large.');
    return (1 << width) + this.readBits(width) - 1;
  }

  skipBits(count: number): void {
    let left = count;
    for (; left > 24; left -= 24) this.readBits(24);
    this.readBits(left);
  }

  /** Takes in bytes as long as there is room. @param least - Bits that there must be then, at most 25. */
  #fill(least: number): void {
    const bytes = this.#bytes;
    for (; this.#length <= 24 && this.#at < bytes.length; this.#length += 8) {
      this.#window |= bytes[this.#at]! << (24 - this.#length);
      this.#at += 1;
    }
    if (this.#length < least) throw new CorruptIndexError('It ends too early.');
  }
}
