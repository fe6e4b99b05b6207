/** Bytes of an index are not what a writer of this format writes: cut short, changed on the way, or not an index at all. */
export class CorruptIndexError extends Error {
  override readonly name = 'CorruptIndexError';
}

/** Reads what `BitWriter` wrote. Every method throws `CorruptIndexError` at the end of the bytes. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Bits read from the bytes and not handed out yet: the lowest `#restLength` of it, 0 to 31. */
  #rest = 0;
  #restLength = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @param width - 0 to 32. */
  readBits(width: number): number {
    if (width > 24) return this.readBits(width - 16) * 0x10000 + this.readBits(16);
    while (this.#restLength < width) this.#fill();
    this.#restLength -= width;
    const value = this.#rest >>> this.#restLength;
    this.#rest &= (1 << this.#restLength) - 1;
    return value;
  }

  readUnary(): number {
    let zeros = 0;
    while (this.#rest === 0) {
      zeros += this.#restLength;
      this.#restLength = 0;
      this.#fill();
    }
    const leading = Math.clz32(this.#rest) - (32 - this.#restLength);
    this.#restLength -= leading + 1;
    this.#rest &= (1 << this.#restLength) - 1;
    return zeros + leading;
  }

  /** @param width - 0 to 24. */
  readRice(width: number): number {
    return this.readUnary() * (1 << width) + this.readBits(width);
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

  /** Takes in another byte, or two when there is room. */
  #fill(): void {
    if (this.#at >= this.#bytes.length) throw new CorruptIndexError('It ends too early.');
    this.#rest = (this.#rest << 8) | this.#bytes[this.#at]!;
    this.#restLength += 8;
    this.#at += 1;
    if (this.#restLength <= 16 && this.#at < this.#bytes.length) {
      this.#rest = (this.#rest << 8) | this.#bytes[this.#at]!;
      this.#restLength += 8;
      this.#at += 1;
    }
  }
}
