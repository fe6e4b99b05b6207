import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { decodeUtf8 } from '../content/decode-utf8.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { ProjectMention } from '../html/cleaned-body.ts';
import type { ArticleSummary } from '../site/article-summary.ts';

/** What all pages of an article's lists need of its record: without the texts that few of them show. */
export interface BriefRecord {
  readonly summary: Omit<ArticleSummary, 'key' | 'sourcePath' | 'excerpt' | 'projects'> & {
    /** Absent: none. */
    readonly projects?: readonly Omit<ProjectMention, 'sentence'>[];
  };
  /** Absent: none. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** Leaves the texts out. */
export function abridge(summary: ArticleSummary, diagnostics: readonly Diagnostic[]): BriefRecord {
  const { key: _key, sourcePath: _path, excerpt: _excerpt, projects, ...rest } = summary;
  return {
    summary: {
      ...rest,
      ...(projects.length > 0 && {
        projects: projects.map(({ sentence: _sentence, ...mention }) => mention),
      }),
    },
    ...(diagnostics.length > 0 && { diagnostics }),
  };
}

/** Where the texts are looked up, whenever they are asked for. */
export type FindSummary = (key: string) => ArticleSummary;

/** The summary again. @param key - Of the record. */
export function expand(
  { summary: { projects, ...rest } }: BriefRecord,
  {
    key,
    sourcePath,
    find,
  }: { readonly key: string; readonly sourcePath: string; readonly find: FindSummary },
): ArticleSummary {
  const mentions = projects?.map(
    (mention, at) => new StoredMention(mention, () => find(key).projects[at]!) as unknown as ProjectMention,
  );
  // All that it lacks are its texts, which it has from its class.
  return new StoredSummary(
    { ...rest, key, sourcePath, projects: mentions ?? NONE },
    find,
  ) as unknown as ArticleSummary;
}

const NONE: readonly never[] = Object.freeze([]);

class StoredSummary {
  readonly #find: FindSummary;

  constructor(known: Omit<ArticleSummary, 'excerpt'>, find: FindSummary) {
    Object.assign(this, known);
    this.#find = find;
  }

  get excerpt(): string {
    return this.#find((this as unknown as { readonly key: string }).key).excerpt;
  }
}

class StoredMention {
  readonly #find: () => ProjectMention;

  constructor(known: Omit<ProjectMention, 'sentence'>, find: () => ProjectMention) {
    Object.assign(this, known);
    this.#find = find;
  }

  get sentence(): string {
    return this.#find().sentence;
  }
}

/** Brief records by the keys of the articles. */
export type BriefRecords = ReadonlyMap<string, BriefRecord>;

/**
 * The volume that a record stands in: there are 512, a few hundred articles each in a large site, so that a hundred thousand
 * records are read at once and one more changes little.
 *
 * @param key - Of an article: a digest in base 64.
 */
export function volumeOf(key: string): string {
  return key.charAt(0) + (key.charCodeAt(1) & 7);
}

const QUICKEST = { level: 1 };

/** A volume as the store keeps it. */
export function packVolume(records: BriefRecords): Buffer {
  return deflateRawSync(JSON.stringify([...records]), QUICKEST);
}

/** @throws Error when the bytes are not those of a packed volume. */
export function unpackVolume(packed: Buffer): readonly (readonly [string, BriefRecord])[] {
  return JSON.parse(decodeUtf8(inflateRawSync(packed))!) as [string, BriefRecord][];
}
