/** Writes numbers of any width one behind the other, highest bit first. */
export class BitWriter {
  #bytes: Uint8Array;
  #length = 0;
  /** Bits that do not fill a byte yet, and how many: 0 to 7. */
  #rest = 0;
  #restLength = 0;

  /** @param capacity - In bytes: what to begin with; more is made as it is needed. */
  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** Bytes written, the last one counted when it is begun. */
  get byteLength(): number {
    return this.#length + (this.#restLength > 0 ? 1 : 0);
  }

  /** @param value - At least 0, below 2^width. @param width - 0 to 32. */
  writeBits(value: number, width: number): void {
    if (width > 24) {
      this.writeBits(value >>> 16, width - 16);
      this.writeBits(value & 0xffff, 16);
      return;
    }
    this.#rest = (this.#rest << width) | value;
    this.#restLength += width;
    while (this.#restLength >= 8) {
      this.#restLength -= 8;
      if (this.#length === this.#bytes.length) this.#grow();
      this.#bytes[this.#length] = this.#rest >>> this.#restLength;
      this.#length += 1;
    }
    this.#rest &= (1 << this.#restLength) - 1;
  }

  /** As many zeros, and a one. */
  writeUnary(value: number): void {
    let left = value;
    for (; left >= 24; left -= 24) this.writeBits(0, 24);
    this.writeBits(1, left + 1);
  }

  /** A Golomb-Rice code: the value without its lowest `width` bits in unary, then these. */
  writeRice(value: number, width: number): void {
    this.writeUnary(value >>> width);
    this.writeBits(value & ((1 << width) - 1), width);
  }

  /** An Elias gamma code of the number plus one: short when it is small. @param value - 0 to 2^31 - 2. */
  writeCount(value: number): void {
    const width = 31 - Math.clz32(value + 1);
    this.writeUnary(width);
    this.writeBits((value + 1) & ((1 << width) - 1), width);
  }

  /** All that was written, the last byte filled with zeros. The writer is empty afterwards. */
  take(): Uint8Array {
    if (this.#restLength > 0) this.writeBits(0, 8 - this.#restLength);
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #grow(): void {
    const bytes = new Uint8Array(this.#bytes.length * 2 + 8);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}
