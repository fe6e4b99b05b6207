/** A project's name as it is compared: whatever its case, its width (ＡＢＣ) and the spaces in it. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
