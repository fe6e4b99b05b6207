import { type OutputLine, readLines, spellLine } from './output-line.ts';
import type { OutputRecord, SpelledOutputs, SpelledPart } from './store.ts';

/** Files that belong together: the pages of a group. */
export interface OutputPart {
  /** The group's. */
  readonly name: string;
  /** What stands for all of its pages; absent: they have to be looked at each time. */
  readonly identity?: string;
  /** In the order of the pages; absent for a part that was kept. */
  readonly files?: readonly string[];
}

/** All files of an output, by path. */
export function listOutputs(outputs: SpelledOutputs | undefined): readonly OutputLine[] {
  const lines = outputs === undefined ? [] : [...readLines(outputs.bytes)];
  return lines.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The part of all files that belong to no group. */
const OTHERS = '';

/**
 * The records of a whole output, in the parts that pages are planned by: those that are kept are neither taken apart nor
 * spelled again. Of the others, records are changed as the files are.
 */
export class OutputRecords {
  readonly #last: SpelledOutputs;
  readonly #parts = new Map<string, { readonly part: SpelledPart; readonly start: number }>();
  readonly #kept = new Set<string>();
  readonly #opened = new Map<string, OutputRecord>();

  /** @param last - Of the last build, if it can be trusted. */
  constructor(last: SpelledOutputs = { common: '', parts: [], bytes: new Uint8Array() }) {
    this.#last = last;
    let start = 0;
    for (const part of last.parts) {
      this.#parts.set(part.name, { part, start });
      start += part.length;
    }
    this.open(OTHERS);
  }

  /** Whether the last build left a group's pages just so. @param common - Digest of what all pages depend on. */
  isKnown(name: string, identity: string, common: string): boolean {
    return this.#last.common === common && this.#parts.get(name)?.part.identity === identity;
  }

  /** The files of a part of the last build. */
  filesOf(name: string): readonly string[] {
    return Array.from(this.#linesOf(name), ({ file }) => file);
  }

  /** Carries a part of the last build over as it is. */
  keep(name: string): void {
    this.#kept.add(name);
  }

  /** Has the records of a part of the last build at hand. One that is not known has none. */
  open(name: string): void {
    for (const { file, record } of this.#linesOf(name)) this.#opened.set(file, record);
    this.#parts.delete(name);
  }

  /** Opens all parts that are not kept. */
  openOthers(): void {
    for (const name of [...this.#parts.keys()]) if (!this.#kept.has(name)) this.open(name);
  }

  /** Files in parts that are open, and their records. */
  get opened(): ReadonlyMap<string, OutputRecord> {
    return this.#opened;
  }

  set(file: string, record: OutputRecord): void {
    this.#opened.set(file, record);
  }

  delete(file: string): void {
    this.#opened.delete(file);
  }

  /**
   * All records for the store. What comes out depends on the site alone: not on which parts were kept.
   *
   * @param common - Digest of what all pages depend on.
   * @param parts - All groups, in the site's order.
   */
  spell(common: string, parts: readonly OutputPart[]): SpelledOutputs {
    const left = new Map(this.#opened);
    const spelled: SpelledPart[] = [];
    const pieces: Uint8Array[] = [];
    const add = (part: Omit<SpelledPart, 'length'>, bytes: Uint8Array) => {
      spelled.push({ ...part, length: bytes.length });
      pieces.push(bytes);
    };
    const spellPart = ({ name, identity }: Omit<OutputPart, 'files'>, files: readonly string[]) => {
      let text = '';
      let count = 0;
      for (const file of files) {
        const record = left.get(file);
        // Another group names it too, and has it.
        if (record === undefined) continue;
        left.delete(file);
        text += spellLine(file, record);
        count++;
      }
      const isWhole = identity !== undefined && count === files.length;
      add({ name, ...(isWhole && { identity }), files: count }, Buffer.from(text));
    };
    for (const { files, ...part } of parts) {
      if (files !== undefined) spellPart(part, files);
      else add(this.#parts.get(part.name)!.part, this.#bytesOf(part.name));
    }
    spellPart({ name: OTHERS }, [...left.keys()].sort());
    return { common, parts: spelled, bytes: Buffer.concat(pieces) };
  }

  #bytesOf(name: string): Uint8Array {
    const { part, start } = this.#parts.get(name)!;
    return this.#last.bytes.subarray(start, start + part.length);
  }

  #linesOf(name: string): Iterable<OutputLine> {
    return this.#parts.has(name) ? readLines(this.#bytesOf(name)) : [];
  }
}
