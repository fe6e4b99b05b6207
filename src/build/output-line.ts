import type { OutputRecord } from './store.ts';

export interface OutputLine {
  /** Relative to the output folder. */
  readonly file: string;
  readonly record: OutputRecord;
}

/** A record as a line. Neither paths (`checkUrlPath`, media files) nor digests hold the characters that part them. */
export function spellLine(file: string, { key, digest, size }: OutputRecord): string {
  return `${file}\0${key}\0${digest}\0${size}\n`;
}

/** Reads what `spellLine` wrote, any number of lines in UTF-8. @throws Error when it is not that. */
export function* readLines(bytes: Uint8Array): Iterable<OutputLine> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  for (let start = 0; start < text.length; ) {
    const key = text.indexOf('\0', start) + 1;
    const digest = text.indexOf('\0', key) + 1;
    const size = text.indexOf('\0', digest) + 1;
    const end = text.indexOf('\n', start) + 1;
    if (end === 0 || !(start < key && key < digest && digest < size && size < end))
      throw new Error('a line of the output’s records is cut short');
    const record = {
      key: text.slice(key, digest - 1),
      digest: text.slice(digest, size - 1),
      size: Number(text.slice(size, end - 1)),
    };
    yield { file: text.slice(start, key - 1), record };
    start = end;
  }
}
