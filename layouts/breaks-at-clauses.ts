/** Characters that the narrowest headline has room for on a line, its comma included: 12 on a phone, beside a thumbnail. */
const LINE = 10;
/** So many characters in a row without a pause at which a line may end. Quotation marks are none: no line ends at them. */
const LONG_CLAUSE = new RegExp(`[^\\s，。：；！？、…—｜《》「」『』（）【】]{${LINE + 1},}`);

/**
 * Whether a Chinese headline can be broken at its pauses alone, as an editor would break it. One with a longer clause is
 * broken between any two characters, and evenly: held together, it would leave a character or two on a line of their own.
 */
export function breaksAtClauses(title: string): boolean {
  return !LONG_CLAUSE.test(title);
}
