/** A stream of numbers that is the same on every machine, and only as good as a benchmark needs. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least `min`, at most `max`. */
  integer(min: number, max: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** One of several. @throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** Standard normal, within ±6. */
  normal(): number;
}

/**
 * A stream for a thing of a corpus: the same seed and number give the same stream, whatever was made before.
 *
 * @param seed - Any whole number.
 * @param number - Which thing, from 0.
 */
export function createRandom(seed: number, number: number): Random {
  let state = mix(mix(seed | 0) ^ Math.imul(number + 1, 0x9e3779b1));
  const next = () => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state) / 2 ** 32;
  };
  return {
    next,
    integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError('Nothing to pick from.');
      return items[Math.floor(next() * items.length)]!;
    },
    normal() {
      // Twelve uniforms make a bell (Irwin-Hall) by additions alone: no logarithm that could differ by a bit elsewhere.
      let sum = -6;
      for (let i = 0; i < 12; i += 1) sum += next();
      return sum;
    },
  };
}

/** Scrambles 32 bits (the finalizer of MurmurHash3). @returns An unsigned 32-bit number. */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
