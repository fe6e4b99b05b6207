import { setFlagsFromString } from 'node:v8';

/**
 * Bytes of bytecode that a function runs before V8 optimizes it, which it does in other threads: they take the cores that a short
 * build's processes need, and what they make is ready when it is over. Of one article added to 10,000 it is an eighth of the
 * processor time.
 */
const LATE = 1_000_000;
/** As V8 has it in Node 20 (`node --v8-options`). */
const USUAL = 67_584;
/** Ms; what is not over by then is no short build. */
const SHORT_MS = 5000;

/**
 * Has V8 optimize only what runs much longer than a short build takes, for as long as one may be under way. It slows down what
 * takes long, which had better not wait for that: see `optimizeAsUsual`.
 */
export function optimizeLate(): void {
  setFlagsFromString(`--interrupt-budget=${LATE}`);
  setTimeout(optimizeAsUsual, SHORT_MS).unref();
}

/** Takes `optimizeLate` back. A function that runs already is looked at when it has used up what it was given. */
export function optimizeAsUsual(): void {
  setFlagsFromString(`--interrupt-budget=${USUAL}`);
}
