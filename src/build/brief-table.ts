import type { Diagnostic } from '../diagnostic.ts';
import type { ProjectMention } from '../html/cleaned-body.ts';
import { markSummary } from '../site/article-mark.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import { defaultUrl } from '../site/permalink.ts';
import type { ProjectNaming } from '../site/project-naming.ts';
import { identifyTexts } from '../site/text-identity.ts';
import { ColumnReader } from './column-reader.ts';
import { ColumnWriter, type KeptRows } from './column-writer.ts';
import { EntryPaths } from './entry-paths.ts';
import type { GitEntry } from './git-entry.ts';

/** A sound record but for the texts that few pages show: excerpts, and sentences that name projects. */
export interface BriefRecord {
  /** Of the article. */
  readonly key: string;
  /** What git said of its source, if it vouched for it; else empty. */
  readonly entry: string;
  readonly summary: ArticleSummary;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a table says besides its rows. */
export interface BriefNote {
  /** Stands for what the name of a record is made of besides what git says of its source. */
  readonly steering: string;
  /** Rows of the other table whose articles are gone. */
  readonly dead: readonly number[];
}

/** What articles have in a few combinations only. */
export type Traits = Pick<ArticleSummary, 'draft' | 'pinned' | 'comments' | 'toc' | 'lang'>;

/** What few articles have at all. */
export type RareFields = Partial<
  Pick<ArticleSummary, 'slug' | 'permalink' | 'abbrlink' | 'aliases' | 'addressPlaces' | 'ownPictures'>
>;

/**
 * The brief records of a build's articles as the store keeps them: one table, of which a build decodes what it needs. Its rows
 * are in the order in which they are given; `EntryCursor` finds those alone that are in git's.
 *
 * @param kept - Those that are in tables before.
 * @param note - See `BriefNote`.
 */
export function packBriefs(
  added: readonly BriefRecord[],
  kept: readonly KeptRows[],
  note: BriefNote,
): Buffer {
  const table = new ColumnWriter(added.length, kept);
  const numbers = (name: string, read: (summary: ArticleSummary) => number | undefined) =>
    table.numbers(
      name,
      added.map(({ summary }) => read(summary) ?? Number.NaN),
    );
  const texts = (name: string, read: (record: BriefRecord) => string | undefined) =>
    table.texts(
      name,
      added.map((record) => read(record) ?? ''),
    );
  const shared = (name: string, read: (record: BriefRecord) => unknown) =>
    table.shared(name, added.map(read));
  texts('key', ({ key }) => key);
  // As git ends each: what it says of rows that follow one another can be compared at one stroke.
  texts('entries', ({ entry }) => `${entry}\0`);
  texts('url', ({ summary }) => defaultUrl(summary.sourcePath.normalize('NFC')));
  texts('title', ({ summary }) => summary.title);
  texts('body', ({ summary }) => summary.bodyDigest);
  texts('source', ({ summary }) => summary.sourceUrl);
  texts('thumbnail', ({ summary }) => summary.thumbnail?.src);
  numbers('width', ({ thumbnail }) => thumbnail?.width);
  numbers('height', ({ thumbnail }) => thumbnail?.height);
  numbers('texts', identifyTexts);
  numbers('mark high', (summary) => markSummary(summary).markHigh);
  numbers('mark low', (summary) => markSummary(summary).markLow);
  numbers('date', ({ date }) => date);
  numbers('updated', ({ updated }) => updated);
  numbers('minutes', ({ readingMinutes }) => readingMinutes);
  numbers('words', ({ wordCount }) => wordCount);
  shared('categories', ({ summary }) => summary.categories);
  shared('tags', ({ summary }) => summary.tags);
  shared('authors', ({ summary }) => summary.authors);
  shared('traits', ({ summary }) => traitsOf(summary));
  shared('rare', ({ summary }) => rareFieldsOf(summary));
  shared('diagnostics', ({ diagnostics }) => diagnostics);
  table.lists(
    'projects',
    added.map(({ summary }) => summary.namings ?? summary.projects.map(withoutSentence)),
  );
  return table.finish(note);
}

/** A table of brief records, not decoded yet. Rows are counted from 0. */
export class BriefTable {
  readonly columns: ColumnReader;
  readonly rows: number;
  readonly note: BriefNote;
  readonly keys;
  readonly entries;
  readonly paths;
  readonly defaultUrls;
  readonly titles;
  readonly bodyDigests;
  readonly sourceUrls;
  readonly thumbnails;
  readonly widths;
  readonly heights;
  readonly textIdentities;
  readonly marksHigh;
  readonly marksLow;
  readonly dates;
  readonly updates;
  readonly minutes;
  readonly words;
  readonly categories;
  readonly tags;
  readonly authors;
  readonly traits;
  readonly rareFields;
  readonly diagnostics;
  readonly projects;

  /** @param packed - As `packBriefs` has it. @throws Error when it is no such table. */
  constructor(packed: Uint8Array) {
    const table = new ColumnReader(packed);
    this.columns = table;
    this.rows = table.rows;
    this.note = table.note as BriefNote;
    this.keys = table.texts('key');
    this.entries = table.texts('entries');
    this.paths = new EntryPaths(this.entries, this.rows);
    this.defaultUrls = table.texts('url');
    this.titles = table.texts('title');
    this.bodyDigests = table.texts('body');
    this.sourceUrls = table.texts('source');
    this.thumbnails = table.texts('thumbnail');
    this.widths = table.numbers('width');
    this.heights = table.numbers('height');
    this.textIdentities = table.numbers('texts');
    this.marksHigh = table.numbers('mark high');
    this.marksLow = table.numbers('mark low');
    this.dates = table.numbers('date');
    this.updates = table.numbers('updated');
    this.minutes = table.numbers('minutes');
    this.words = table.numbers('words');
    this.categories = table.shared<ArticleSummary['categories']>('categories');
    this.tags = table.shared<readonly string[]>('tags');
    this.authors = table.shared<readonly string[]>('authors');
    this.traits = table.shared<Traits>('traits');
    this.rareFields = table.shared<RareFields>('rare');
    this.diagnostics = table.shared<readonly Diagnostic[]>('diagnostics');
    this.projects = table.lists<ProjectNaming>('projects');
  }

  /** What git said of a row's source; nothing, if it did not vouch for it. */
  entryOf(row: number): GitEntry {
    const { bytes, startOf } = this.entries;
    return { bytes, start: startOf(row), end: startOf(row + 1) - 1 };
  }
}

const NOTHING_RARE: RareFields = Object.freeze({});

function traitsOf({ draft, pinned, comments, toc, lang }: ArticleSummary): Traits {
  return {
    draft,
    pinned,
    comments,
    ...(toc !== undefined && { toc }),
    ...(lang !== undefined && { lang }),
  };
}

function rareFieldsOf(summary: ArticleSummary): RareFields {
  const { slug, permalink, abbrlink, aliases, addressPlaces, ownPictures } = summary;
  const isPlain =
    aliases.length === 0 &&
    [slug, permalink, abbrlink, addressPlaces, ownPictures].every((value) => value === undefined);
  if (isPlain) return NOTHING_RARE;
  return {
    aliases,
    ...(slug !== undefined && { slug }),
    ...(permalink !== undefined && { permalink }),
    ...(abbrlink !== undefined && { abbrlink }),
    ...(addressPlaces !== undefined && { addressPlaces }),
    ...(ownPictures !== undefined && { ownPictures }),
  };
}

function withoutSentence({ sentence: _sentence, ...naming }: ProjectMention): ProjectNaming {
  return naming;
}
