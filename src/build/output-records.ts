import type { OutputRecord } from './store.ts';

/** Records by the paths of their files. */
export type OutputRecords = ReadonlyMap<string, OutputRecord>;

/**
 * The records of a whole output as one text, a line for each file, by path: read in a fifth of the time that a hundred
 * thousand records of their own take. Neither paths (`checkUrlPath`, media files) nor digests hold the characters that part
 * them.
 */
export function spellOutputs(records: OutputRecords): string {
  let text = '';
  let run: Run | undefined;
  const { files, values } = sortByPath(records);
  for (let at = 0; at < files.length; at++) {
    const file = files[at]!;
    const record = values[at]!;
    const line = record instanceof ReadRecord ? record.line(file) : spellLine(file, record);
    if (run !== undefined && run.text === line.text && run.end === line.start) {
      run.end = line.end;
    } else {
      text += take(run);
      run = line;
    }
  }
  return text + take(run);
}

/** Lines of a text that follow one another: most of those that were read are spelled again as they were. */
interface Run {
  readonly text: string;
  readonly start: number;
  end: number;
}

function take(run: Run | undefined): string {
  return run === undefined ? '' : run.text.slice(run.start, run.end);
}

function spellLine(file: string, { key, digest, size }: OutputRecord): Run {
  const text = `${file}\0${key}\0${digest}\0${size}\n`;
  return { text, start: 0, end: text.length };
}

/** What is known of files by their paths, in the order of these by code unit. */
export interface SortedByPath<T> {
  readonly files: readonly string[];
  readonly values: readonly T[];
}

/** @param byPath - Best in order but for the last few, as records are that were read, and some of them made anew. */
export function sortByPath<T>(byPath: ReadonlyMap<string, T>): SortedByPath<T> {
  const files = [...byPath.keys()];
  const values = [...byPath.values()];
  const order = files.map((_, at) => at).sort((a, b) => (files[a]! < files[b]! ? -1 : 1));
  return { files: order.map((at) => files[at]!), values: order.map((at) => values[at]!) };
}

/** Reads what `spellOutputs` wrote. @throws Error when it is not that. */
export function readOutputs(text: string): Map<string, OutputRecord> {
  const records = new Map<string, OutputRecord>();
  for (let start = 0; start < text.length; ) {
    const key = text.indexOf('\0', start) + 1;
    const digest = text.indexOf('\0', key) + 1;
    const size = text.indexOf('\0', digest) + 1;
    const end = text.indexOf('\n', start) + 1;
    if (end === 0 || !(start < key && key < digest && digest < size && size < end))
      throw new Error('a line of the output’s records is cut short');
    records.set(text.slice(start, key - 1), new ReadRecord(text, { key, digest, size, end }));
    start = end;
  }
  return records;
}

/** Where the parts of a line begin, and where it ends. */
interface Places {
  readonly key: number;
  readonly digest: number;
  readonly size: number;
  readonly end: number;
}

/** A record that is taken apart when it is asked for: of most files of a large site, only the key and the size are. */
class ReadRecord implements OutputRecord {
  readonly size: number;
  readonly #text: string;
  readonly #key: number;
  readonly #digest: number;
  readonly #end: number;

  constructor(text: string, { key, digest, size, end }: Places) {
    this.size = Number(text.slice(size, end - 1));
    this.#text = text;
    this.#key = key;
    this.#digest = digest;
    this.#end = end;
  }

  get key(): string {
    return this.#text.slice(this.#key, this.#digest - 1);
  }

  get digest(): string {
    return this.#text.slice(this.#digest, this.#text.indexOf('\0', this.#digest));
  }

  /** @param file - Its path. */
  line(file: string): Run {
    return { text: this.#text, start: this.#key - 1 - file.length, end: this.#end };
  }
}
