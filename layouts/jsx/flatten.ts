/**
 * The same text in one piece. V8 keeps what was joined as a tree until something reads its characters, and then goes
 * through the whole tree: what stands on every page is read once, here.
 */
export function flatten(text: string): string {
  // The result of the reading is asked for, lest the compiler leave it out.
  return text.charCodeAt(0) < 0 ? '' : text;
}
