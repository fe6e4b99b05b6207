import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { NAMES_PATH, writeFacetNames } from '../search/facet-names.ts';
import {
  listSegmentFiles,
  MANIFEST_PATH,
  type ManifestSegment,
  segmentFolder,
  writeManifest,
} from '../search/manifest.ts';
import { digestPlan, type IndexPlan, makeManifest, planIndex } from '../search/plan-index.ts';
import type { SegmentHead } from '../search/segment-head.ts';
import type { SiteEntry } from '../search/site-documents.ts';
import type { ArrangedSite } from './arrange-content.ts';
import type { SiteFile } from './assets.ts';
import { BuildError } from './build-options.ts';
import { digest } from './digest.ts';
import { digestIndexingCode, indexEntries } from './index-entries.ts';
import type { RecordNames } from './locate-content.ts';
import type { Hands, LastOutput } from './output-work.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import { clearSpools, spoolFolder, writeSpool } from './spooled-records.ts';
import type { Store } from './store.ts';
import type { SegmentItem, SegmentResult } from './write-segments.ts';

/**
 * What has to be done for the search index. The rules:
 *
 * - Segments are named by what is in them, and the last build's are kept when all their files are there as it left them and
 *   the code is the same: else they are written anew. A clean build has none to keep, so its index has its canonical form.
 * - Which segments there are is `planSegments`'s to say. Below `SETTLED_DOCUMENTS` it depends on the articles alone.
 * - The manifest is written last: what it names is there.
 */
export interface SearchWork {
  readonly plan: IndexPlan<SiteEntry>;
  /** Digest of the code that makes the index. */
  readonly code: string;
  /** Keys of the files that are known before any segment is written: those of kept segments, and what names them. */
  readonly keys: ReadonlyMap<string, string>;
  /** Folders of the segments to be written, each with a slash at its end. */
  readonly folders: readonly string[];
}

const MANIFEST = SEARCH_FOLDER + MANIFEST_PATH;
const NAMES = SEARCH_FOLDER + NAMES_PATH;

/** Segments are large, but for a bug of ours none takes an hour. */
const SEGMENT_MS = 3_600_000;

/**
 * Decides what the index consists of.
 *
 * @param last - Its records hold only files that are what they say; those of segments that are to be mended are taken out.
 */
export function planSearch(site: ArrangedSite, { store, records, altered, trusted }: LastOutput): SearchWork {
  const code = digestIndexingCode();
  const last = trusted ? store.getSearchIndex() : undefined;
  const isThere = (segment: ManifestSegment) =>
    listOutputFiles(segment).every((file) => records.opened.has(file) && !altered.has(file));
  const plan = planIndex(site.search.entries, last?.code === code ? last : undefined, isThere);
  for (const segment of plan.mended) for (const file of listOutputFiles(segment)) records.delete(file);
  const keys = new Map<string, string>();
  for (const segment of plan.kept.values()) for (const file of listOutputFiles(segment)) keys.set(file, file);
  keys.set(NAMES, digest(writeFacetNames(site.search.names)));
  keys.set(MANIFEST, digest(code, digestPlan(plan, site.config.timeZone)));
  const folders = listNewSegments(plan).map(({ id }) => `${SEARCH_FOLDER}${segmentFolder(id)}/`);
  return { plan, code, keys, folders };
}

function listOutputFiles(segment: Pick<ManifestSegment, 'id' | 'head'>): string[] {
  return listSegmentFiles(segment).map((file) => SEARCH_FOLDER + file);
}

type NewSegment = IndexPlan<SiteEntry>['segments'][number];

function listNewSegments(plan: IndexPlan<SiteEntry>): readonly NewSegment[] {
  return plan.segments.filter(({ id }) => !plan.kept.has(id));
}

/** Sees to it that the store has the search record of every article whose segment is to be written. */
export async function indexNewSegments(
  { plan, code }: Pick<SearchWork, 'plan' | 'code'>,
  site: ArrangedSite,
  { store, workforce, options }: Omit<Hands, 'output'>,
): Promise<void> {
  await indexEntries(
    listNewSegments(plan).flatMap(({ entries }) => entries),
    {
      store,
      workforce,
      config: site.config,
      code,
      articleKeys: site.search.articleKeys,
      onProgress: (done, total) => options.onProgress?.({ stage: 'index', done, total }),
    },
  );
}

/** Has workers write the segments that are new. @returns What they wrote, by the segments' names. */
export async function writeNewSegments(
  { plan, folders }: SearchWork,
  site: ArrangedSite,
  { store, output, workforce, options }: Hands,
): Promise<ReadonlyMap<string, SegmentResult>> {
  const items = listNewSegments(plan);
  if (items.length === 0) return new Map();
  const spools = spoolFolder(options.cache);
  mkdirSync(spools, { recursive: true });
  const pool = await workforce.hire(site.config.limits);
  const results = new Map<string, SegmentResult>();
  for (const some of divide(items)) {
    const outcomes = await pool.run<SegmentResult>('segment', some, {
      spell: (item) =>
        spellSegment(item as NewSegment, spools, { store, articleKeys: site.search.articleKeys }),
      shared: { outputFolder: output.root },
      sliceSize: some.length,
      itemMs: SEGMENT_MS,
      // One may be as large as all others together: it is not to be what everybody waits for in the end.
      ahead: true,
      load: some.reduce((sum, { entries }) => sum + entries.length, 0),
    });
    for (const [at, outcome] of outcomes.entries()) {
      if (!outcome.ok)
        throw new BuildError(
          `Writing the search index failed: the worker ${outcome.cause} (${outcome.detail}). Raise limits.workerMegabytes in site.yaml.`,
        );
      results.set(some[at]!.id, outcome.result);
    }
  }
  clearSpools(options.cache);
  const wanted = new Set([...results.values()].flatMap(({ files }) => files.map((file) => file.path)));
  // What a build that was cut short has left in their folders.
  for (const folder of folders)
    for (const file of output.list(folder)) if (!wanted.has(file)) output.remove(file);
  return results;
}

/** Documents of segments that a worker is given at once. */
const SMALL_SEGMENT = 4096;

/**
 * Large segments are written one after the other: each takes a worker more memory than pages do, and beside it the others
 * render. Small ones together.
 */
function divide(segments: readonly NewSegment[]): (readonly NewSegment[])[] {
  const isSmall = ({ entries }: NewSegment) => entries.length <= SMALL_SEGMENT;
  const small = segments.filter(isSmall);
  return [
    ...(small.length === 0 ? [] : [small]),
    ...segments.filter((segment) => !isSmall(segment)).map((segment) => [segment]),
  ];
}

function spellSegment(
  { id, entries }: NewSegment,
  spools: string,
  { store, articleKeys }: { readonly store: Store; readonly articleKeys: RecordNames },
): SegmentItem {
  const records = function* () {
    for (const { key } of entries) yield store.getTerms(articleKeys.get(key)!)!.record;
  };
  return {
    id,
    documents: entries.map(({ url, date }) => ({ url, date })),
    records: writeSpool(path.join(spools, id), records()),
  };
}

/** The files that name the segments, once these are written; and what the next build has to know. */
export function listSearchFiles(
  { plan, code }: Pick<SearchWork, 'plan' | 'code'>,
  { search, config }: ArrangedSite,
  headOf: (segmentId: string) => SegmentHead,
) {
  const manifest = writeManifest(makeManifest(plan, config.timeZone, ({ id }) => headOf(id)));
  const files: SiteFile[] = [
    { path: NAMES, contents: writeFacetNames(search.names) },
    { path: MANIFEST, contents: manifest },
  ];
  return { files, index: { code, manifest, ledger: plan.ledger } };
}
