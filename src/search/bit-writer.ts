/** Writes numbers of any width one behind the other, highest bit first. */
export class BitWriter {
  #bytes: DataView<ArrayBuffer>;
  /** Bytes of whole words that are written. */
  #length = 0;
  /** The word that is being filled, from its highest bit on, and how many bits of it are free: 1 to 32. */
  #word = 0;
  #free = 32;

  /** @param capacity - In bytes: what to begin with; more is made as it is needed. */
  constructor(capacity = 1024) {
    this.#bytes = new DataView(new ArrayBuffer(capacity));
  }

  /** Bytes written, the last one counted when it is begun. */
  get byteLength(): number {
    return this.#length + ((39 - this.#free) >>> 3);
  }

  /** @param value - At least 0, below 2^width. @param width - 0 to 32. */
  writeBits(value: number, width: number): void {
    const free = this.#free;
    if (width < free) {
      this.#word |= value << (free - width);
      this.#free = free - width;
      return;
    }
    const left = width - free;
    this.#pushWord(this.#word | (value >>> left));
    // A shift by 32 would be one by 0.
    this.#word = left === 0 ? 0 : value << (32 - left);
    this.#free = 32 - left;
  }

  /** As many zeros, and a one. */
  writeUnary(value: number): void {
    let left = value;
    for (; left >= 32; left -= 32) this.writeBits(0, 32);
    this.writeBits(1, left + 1);
  }

  /** A Golomb-Rice code: the value without its lowest `width` bits in unary, then these. @param width - 0 to 30. */
  writeRice(value: number, width: number): void {
    const high = value >>> width;
    const low = value & ((1 << width) - 1);
    if (high + width < 32) {
      this.writeBits((1 << width) | low, high + 1 + width);
    } else {
      this.writeUnary(high);
      this.writeBits(low, width);
    }
  }

  /** An Elias gamma code of the number plus one: short when it is small. @param value - 0 to 2^31 - 2. */
  writeCount(value: number): void {
    const width = 31 - Math.clz32(value + 1);
    if (width < 16) {
      this.writeBits(value + 1, width * 2 + 1);
    } else {
      this.writeUnary(width);
      this.writeBits((value + 1) & ((1 << width) - 1), width);
    }
  }

  /** All that was written, the last byte filled with zeros. The writer is empty afterwards. */
  take(): Uint8Array {
    const length = this.byteLength;
    if (this.#free < 32) this.#pushWord(this.#word);
    const bytes = new Uint8Array(this.#bytes.buffer.slice(0, length));
    this.#length = 0;
    this.#word = 0;
    this.#free = 32;
    return bytes;
  }

  #pushWord(word: number): void {
    if (this.#length + 4 > this.#bytes.byteLength) this.#grow();
    this.#bytes.setUint32(this.#length, word);
    this.#length += 4;
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.byteLength * 2 + 8);
    larger.set(new Uint8Array(this.#bytes.buffer));
    this.#bytes = new DataView(larger.buffer);
  }
}
