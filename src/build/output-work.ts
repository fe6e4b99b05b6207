import { setImmediate } from 'node:timers/promises';
import { toOutputPath } from '../site/link.ts';
import type { PageGroup } from '../site/page-group.ts';
import type { PagePlan } from '../site/page-plan.ts';
import type { ArrangedSite } from './arrange-content.ts';
import type { SiteFile } from './assets.ts';
import { BuildError, type BuildOptions } from './build-options.ts';
import { digest } from './digest.ts';
import { allDone, inBackground } from './in-background.ts';
import { type KeyedPages, keyPages } from './key-pages.ts';
import type { SearchMaking } from './make-search.ts';
import { digestOutput, markOutput } from './output-marker.ts';
import type { OutputRecords } from './output-records.ts';
import { explainChange, listParts } from './page-parts.ts';
import { notePending } from './pending-files.ts';
import { type BuildPlan, planBuild } from './plan-build.ts';
import { SEARCH_FOLDER } from './search-folder.ts';
import { listSearchFiles, type SearchWork } from './search-work.ts';
import { drawShareImages, type ShareImageFile } from './share-images.ts';
import { spellPage } from './spell-page.ts';
import type { Store, StoredSearchIndex } from './store.ts';
import type { RenderItem, RenderResult } from './worker-tasks.ts';
import type { Workforce } from './workforce.ts';
import type { OutputFolder } from './write-output.ts';

const RENDER_SLICE = 200;
/** No page takes long: its body is at hand, and clean. This only keeps a bug of ours from hanging the build. */
const RENDER_MS = 120_000;

/** Everything that is to be in the output folder, and what has to be done for it. */
export interface OutputWork {
  readonly plan: BuildPlan;
  readonly search: SearchWork;
  /** All but those that are known to be as they were. */
  readonly pages: KeyedPages['pages'];
  /** All groups of pages. */
  readonly parts: KeyedPages['parts'];
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly shareImages: ReadonlyMap<string, ShareImageFile>;
  /** Of all files but those of segments of the search index that are to be written, which are their own keys, and pages that are kept. */
  readonly keys: ReadonlyMap<string, string>;
  /** Records of the whole output: those kept, to which those made are added. */
  readonly records: OutputRecords;
}

/** What is known of the output folder before a build. */
export interface LastOutput {
  readonly store: Store;
  readonly output: OutputFolder;
  /** Of what the last build wrote; those of the new output when the build is done. */
  readonly records: OutputRecords;
  /** Of those, the files that are not there as it left them. */
  readonly altered: ReadonlySet<string>;
  /** Whether the store tells of this very folder. */
  readonly trusted: boolean;
}

/** Compares the arranged site with what the last build wrote. @param making - As `makeSearch` gives it for the same. */
export async function planWork(
  site: ArrangedSite,
  last: LastOutput,
  { work: search, pending }: SearchMaking,
): Promise<OutputWork> {
  const { output, records, altered, trusted } = last;
  const doubtful = pending.length === 0 ? altered : new Set([...altered, ...pending]);
  const files = new Map<string, SiteFile>();
  const { kept, keys, pages, parts } = await keyPages(site.groups, {
    common: site.renderDigest,
    records,
    doubtful,
  });
  const isKept = recognizePages(kept);
  const isPage = (file: string) => keys.has(file) || isKept(file);
  for (const [file, key] of search.keys) keys.set(file, key);
  for (const file of site.files) {
    // A page of the site wins over an author's file of the same name.
    if (isPage(file.path)) continue;
    files.set(file.path, file);
    keys.set(
      file.path,
      digest(...(file.key === undefined ? [file.contents] : [site.renderDigest, file.key])),
    );
  }
  const shareImages = new Map<string, ShareImageFile>();
  for (const file of site.shareImages) {
    if (isPage(file.path)) continue;
    shareImages.set(file.path, file);
    keys.set(file.path, digest(site.renderDigest, file.image.url));
  }
  // Of the segments that are to be written nothing is known yet but where they will be.
  const isNewSegment = (file: string) => search.folders.some((folder) => file.startsWith(folder));
  const strangers = trusted ? pending : output.list();
  const plan = planBuild({
    wanted: keys,
    previous: records.opened,
    strangers: strangers.filter((file) => !isNewSegment(file)),
    doubtful,
  });
  for (const file of plan.make) records.delete(file);
  for (const file of plan.remove) records.delete(file);
  return { plan, search, pages, parts, files, shareImages, keys, records };
}

/** Says whether a file is a page of one of the groups. They are listed only when a file is asked for that may be one. */
function recognizePages(groups: readonly PageGroup[]): (file: string) => boolean {
  let files: ReadonlySet<string> | undefined;
  return (file) => {
    if (!/\.html?$/i.test(file)) return false;
    files ??= new Set(groups.flatMap((group) => group.urls().map(toOutputPath)));
    return files.has(file);
  };
}

export interface Done {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Files that may have been written: what the store has to learn of. */
  readonly made: readonly string[];
  readonly searchIndex: StoredSearchIndex;
}

export interface Hands {
  readonly store: Store;
  readonly output: OutputFolder;
  readonly workforce: Workforce;
  /** Whether no other build is to come: what has loaded much then ends with its work. */
  readonly isLast: boolean;
  readonly options: BuildOptions;
}

/** Removes, renders and writes what the plan says, having first noted in the store what is about to change. */
export async function carryOut(
  work: OutputWork,
  indexing: SearchMaking['written'],
  site: ArrangedSite,
  hands: Hands,
): Promise<Done> {
  const { plan, search, files, shareImages, keys, records } = work;
  const { store, output } = hands;
  const touched = [...plan.make, ...plan.remove, ...search.folders];
  if (touched.length > 0) await notePending(touched, store);
  // Nobody writes where files are removed: folders go with the last that was in them.
  const isOfSearch = (file: string) => file.startsWith(SEARCH_FOLDER);
  for (const file of plan.remove) if (!isOfSearch(file)) output.remove(file);
  const written: string[] = [];
  const made = [...plan.make];
  const note: Note = (file, { digest: madeDigest, size, written: isWritten }) => {
    if (isWritten) written.push(file);
    records.set(file, { key: keys.get(file) ?? file, digest: madeDigest, size });
  };
  const rendering = inBackground(renderPages(work, site, hands, note));
  const drawing = inBackground(
    drawShareImages(
      plan.make.flatMap((file) => shareImages.get(file) ?? []),
      ({ path: file }, contents) => note(file, writeFile(output, { path: file, contents })),
      hands.isLast ? undefined : hands.workforce.drawing,
    ),
  );
  const writing = inBackground(
    (async () => {
      // Workers get their pages first.
      await setImmediate();
      for (const file of plan.make) {
        const siteFile = files.get(file);
        if (siteFile !== undefined) note(file, writeFile(output, siteFile));
      }
    })(),
  );
  const [segments] = await allDone([indexing, rendering, drawing, writing]);
  for (const file of plan.remove) if (isOfSearch(file)) output.remove(file);
  for (const { files: segmentFiles } of segments.values()) {
    for (const { path, ...result } of segmentFiles) {
      note(path, result);
      made.push(path);
    }
  }
  const named = listSearchFiles(search, site, (id) => segments.get(id)!.head);
  const toMake = new Set(plan.make);
  for (const file of named.files) if (toMake.has(file.path)) note(file.path, writeFile(output, file));
  return { written: written.sort(), removed: plan.remove, made, searchIndex: named.index };
}

type Note = (file: string, result: RenderResult) => void;

async function renderPages(
  { plan, pages }: OutputWork,
  site: ArrangedSite,
  { store, output, workforce, options }: Hands,
  note: Note,
): Promise<void> {
  const toRender = plan.make.filter((file) => pages.has(file));
  if (toRender.length === 0) return;
  const pool = await workforce.hire(site.config.limits);
  const rendered = pool.run<RenderResult>('render', toRender, {
    // Made when it is their turn: all of them at once would be as large as the site.
    spell: (file): RenderItem => spellPage(pages.get(file as string)!.make(), store),
    shared: { chrome: site.chrome, outputFolder: output.root },
    sliceSize: RENDER_SLICE,
    itemMs: RENDER_MS,
    onOutcome: (position, outcome) => {
      const file = toRender[position]!;
      if (!outcome.ok)
        throw new BuildError(`Rendering ${file} failed: the worker ${outcome.cause} (${outcome.detail}).`);
      note(file, outcome.result as RenderResult);
    },
    onProgress: (done) => options.onProgress?.({ stage: 'render', done, total: toRender.length }),
  });
  const explain = async () => {
    await explainPages(toRender, pages, { store, common: site.renderDigest });
    // The report will ask for them; while workers render, making the list keeps nobody waiting.
    site.listUrls();
  };
  await allDone([rendered, explain()]);
}

const EXPLAINED_AT_ONCE = 200;

/**
 * Notes of what each page is made of, and what of it changed, while the workers render. In the order of their names, which
 * fills the store's pages; in any other, half of each stays empty.
 */
async function explainPages(
  files: readonly string[],
  pages: ReadonlyMap<string, PagePlan>,
  { store, common }: { readonly store: Store; readonly common: string },
): Promise<void> {
  for (const [at, file] of files.toSorted().entries()) {
    const parts = listParts(pages.get(file)!.make(), common);
    store.putParts(file, parts, explainChange(store.getParts(file), parts));
    // What the workers answer is not to wait.
    if (at % EXPLAINED_AT_ONCE === 0) await setImmediate();
  }
}

function writeFile(output: OutputFolder, { path: file, contents }: SiteFile): RenderResult {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  const written = output.write(file, bytes) === 'written';
  return { digest: digest(bytes), size: bytes.length, written };
}

/** Has the store tell of the new output. @returns All its records, and their digest. */
export function noteOutput(
  { plan, records, parts }: OutputWork,
  { searchIndex }: Done,
  { renderDigest }: Pick<ArrangedSite, 'renderDigest'>,
  store: Store,
) {
  for (const file of plan.remove) store.removeParts(file);
  const spelled = records.spell(renderDigest, parts);
  store.putOutputs(spelled);
  store.putSearchIndex(searchIndex);
  const state = digestOutput(spelled);
  store.putState({ output: state, pending: [] });
  return { state, spelled };
}

/** Makes what the store was told, and the marker, last; only then is the build done. @param state - As `noteOutput` gives it. */
export async function finish(
  state: string,
  site: ArrangedSite,
  { store, output }: Pick<Hands, 'store' | 'output'>,
): Promise<void> {
  await store.prune(site.articleKeys, site.listBodyDigests);
  await store.flushed();
  markOutput(output, { output: state, basePath: site.config.basePath });
  output.clearTemporary();
}
