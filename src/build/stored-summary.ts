import type { ProjectMention } from '../html/cleaned-body.ts';
import type { ArticleSummary, Thumbnail } from '../site/article-summary.ts';
import type { ProjectNaming } from '../site/project-naming.ts';
import type { BriefTable } from './brief-table.ts';

/** Where the texts are looked up that few pages show, whenever they are asked for. */
export type FindSummary = (key: string) => ArticleSummary;

/** What a summary is of. */
export interface SummarySource {
  /** The record's. */
  readonly key: string;
  /** Relative to the articles folder. */
  readonly path: string;
}

/** Where the summary of an article is. */
export interface SummaryPlace {
  readonly table: BriefTable;
  readonly row: number;
  readonly source: SummarySource;
  readonly find: FindSummary;
}

/** The summary of a row. Nothing of it is decoded before it is asked for: of most articles little is. */
export function readSummary(place: SummaryPlace): ArticleSummary {
  // All that it has it has from its class, and what is absent is undefined.
  return new StoredSummary(place) as unknown as ArticleSummary;
}

const NO_ALIASES: readonly string[] = Object.freeze([]);

/** Its fields are not `#private`, so that an object that inherits from it can stand for it with a field of its own. */
class StoredSummary {
  private readonly table: BriefTable;
  private readonly row: number;
  private readonly source: SummarySource;
  private readonly find: FindSummary;
  private known: readonly ProjectNaming[] | undefined;

  constructor({ table, row, source, find }: SummaryPlace) {
    this.table = table;
    this.row = row;
    this.source = source;
    this.find = find;
    this.known = undefined;
  }

  get key(): string {
    return this.source.key;
  }

  get sourcePath(): string {
    return this.source.path;
  }

  get defaultUrl(): string {
    return this.table.defaultUrls.at(this.row);
  }

  get textIdentity(): number {
    return this.table.textIdentities[this.row]!;
  }

  get markHigh(): number {
    return this.table.marksHigh[this.row]!;
  }

  get markLow(): number {
    return this.table.marksLow[this.row]!;
  }

  get title(): string {
    return this.table.titles.at(this.row);
  }

  get bodyDigest(): string {
    return this.table.bodyDigests.at(this.row);
  }

  get date(): number {
    return this.table.dates[this.row]!;
  }

  get updated(): number | undefined {
    return orAbsent(this.table.updates[this.row]!);
  }

  get categories(): ArticleSummary['categories'] {
    return this.table.categories.at(this.row);
  }

  get tags(): readonly string[] {
    return this.table.tags.at(this.row);
  }

  get authors(): readonly string[] {
    return this.table.authors.at(this.row);
  }

  get thumbnail(): Thumbnail | undefined {
    const src = this.table.thumbnails.at(this.row);
    if (src === '') return undefined;
    const width = orAbsent(this.table.widths[this.row]!);
    const height = orAbsent(this.table.heights[this.row]!);
    return { src, ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  }

  get sourceUrl(): string | undefined {
    return this.table.sourceUrls.at(this.row) || undefined;
  }

  get lang(): string | undefined {
    return this.table.traits.at(this.row).lang;
  }

  get draft(): boolean {
    return this.table.traits.at(this.row).draft;
  }

  get pinned(): boolean {
    return this.table.traits.at(this.row).pinned;
  }

  get comments(): boolean {
    return this.table.traits.at(this.row).comments;
  }

  get toc(): boolean | undefined {
    return this.table.traits.at(this.row).toc;
  }

  get slug(): string | undefined {
    return this.table.rareFields.at(this.row).slug;
  }

  get permalink(): string | undefined {
    return this.table.rareFields.at(this.row).permalink;
  }

  get abbrlink(): string | undefined {
    return this.table.rareFields.at(this.row).abbrlink;
  }

  get aliases(): readonly string[] {
    return this.table.rareFields.at(this.row).aliases ?? NO_ALIASES;
  }

  get addressPlaces(): ArticleSummary['addressPlaces'] {
    return this.table.rareFields.at(this.row).addressPlaces;
  }

  get ownPictures(): readonly string[] | undefined {
    return this.table.rareFields.at(this.row).ownPictures;
  }

  get readingMinutes(): number {
    return this.table.minutes[this.row]!;
  }

  get wordCount(): number {
    return this.table.words[this.row]!;
  }

  get namings(): readonly ProjectNaming[] {
    this.known ??= this.table.projects.at(this.row);
    return this.known;
  }

  get projects(): readonly ProjectMention[] {
    const { find, source } = this;
    return this.namings.map((naming, at) => ({
      ...naming,
      get sentence() {
        return find(source.key).projects[at]!.sentence;
      },
    }));
  }

  get excerpt(): string {
    return this.find(this.source.key).excerpt;
  }
}

function orAbsent(number: number): number | undefined {
  return Number.isNaN(number) ? undefined : number;
}
