import path from 'node:path';
import type { BriefTable } from './brief-table.ts';
import type { SourceFile } from './find-sources.ts';
import type { LocatedRecord, RecordPlace } from './locate-records.ts';
import type { PrepareItem } from './worker-tasks.ts';

/** Where sources are. */
export interface SourceFolder {
  /** Absolute. */
  readonly folder: string;
  /** What precedes their paths in diagnostics. */
  readonly label: string;
  /** Characters of the label, each a byte, in the paths that git tells. */
  readonly skipped: number;
}

/**
 * A source of which git says what it said when its record was made: the source, and where its record is. There may be a
 * hundred thousand of them, so one object is both, and what is asked of few is decoded when it is asked for.
 */
export class KnownSource implements PrepareItem, RecordPlace {
  readonly table: BriefTable;
  readonly row: number;
  readonly #place: SourceFolder;
  #path: string | undefined;
  #key: string | undefined;

  constructor(table: BriefTable, row: number, place: SourceFolder) {
    this.table = table;
    this.row = row;
    this.#place = place;
    this.#path = undefined;
    this.#key = undefined;
  }

  get label(): string {
    return this.#place.label;
  }

  /** Relative to the folder. */
  get path(): string {
    this.#path ??= this.table.paths.at(this.row, this.#place.skipped);
    return this.#path;
  }

  get source(): SourceFile {
    return { path: this.path, absolute: this.#place.folder + path.sep + this.path };
  }

  get key(): string {
    this.#key ??= this.table.keys.at(this.row);
    return this.#key;
  }

  get reused(): true {
    return true;
  }

  get ok(): true {
    return true;
  }

  /** Its record is where it says itself. */
  get result(): RecordPlace {
    return this;
  }
}

/** Where the record of a source is, if that is known. */
export function recallRecord(item: PrepareItem): LocatedRecord | undefined {
  return item instanceof KnownSource ? item : undefined;
}

/** Sources with those among them that are known. */
export function putKnown(
  sources: readonly PrepareItem[],
  known: readonly KnownSource[],
): readonly PrepareItem[] {
  if (known.length === 0) return sources;
  const byPath = new Map(known.map((each) => [each.path, each]));
  return sources.map((item) => byPath.get(item.source.path) ?? item);
}

/** Known sources and a few others, all by path in code-unit order: few of the known paths are looked at. */
export function insertSources(
  known: readonly KnownSource[],
  others: readonly PrepareItem[],
): readonly PrepareItem[] {
  const all: PrepareItem[] = [];
  let next = 0;
  for (const other of others) {
    const end = findSource(known, other.source.path, next);
    while (next < end) all.push(known[next++]!);
    all.push(other);
  }
  while (next < known.length) all.push(known[next++]!);
  return all;
}

/**
 * The place of a source, or where it would have to be put.
 *
 * @param sources - By path, in code-unit order.
 * @param from - Sources before it are not looked at.
 */
export function findSource(sources: readonly PrepareItem[], file: string, from = 0): number {
  let [start, end] = [from, sources.length];
  while (start < end) {
    const middle = (start + end) >>> 1;
    if (sources[middle]!.source.path < file) start = middle + 1;
    else end = middle;
  }
  return start;
}
