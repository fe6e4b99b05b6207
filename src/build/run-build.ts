import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Diagnostic } from '../diagnostic.ts';
import { outputPath } from '../site/link.ts';
import type { Page } from '../site/page.ts';
import { type ArrangedSite, arrangeContent } from './arrange-content.ts';
import type { SiteFile } from './assets.ts';
import { lockFolder } from './build-lock.ts';
import { BuildError, type BuildOptions } from './build-options.ts';
import { type BuildReport, toEntry } from './build-report.ts';
import { digest } from './digest.ts';
import { claimOutput, digestOutput, MARKER, type Marker, markOutput } from './output-marker.ts';
import { PageKeys } from './page-key.ts';
import { type BuildPlan, planBuild } from './plan-build.ts';
import { startPool } from './start-pool.ts';
import { Stopwatch } from './stopwatch.ts';
import { type OutputRecord, openStore, type Store } from './store.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { RenderItem, RenderResult } from './worker-tasks.ts';
import { OutputFolder } from './write-output.ts';

/** How a build ended, with what an author or operator has to know. */
export interface BuildResult {
  readonly report: BuildReport;
  /** Quarantined articles' faults, then everything else worth a line. */
  readonly diagnostics: readonly Diagnostic[];
  /** Said once about the build as a whole, e.g. why the store was made anew. */
  readonly notes: readonly string[];
}

const RENDER_SLICE = 200;

/**
 * Builds the site: reads what changed, cleans it, arranges all, and writes the difference.
 *
 * @throws BuildError or LockedError when it can't be done as asked; the system's error when the disk refuses.
 */
export async function runBuild(options: BuildOptions): Promise<BuildResult> {
  const folders = resolveFolders(options);
  const unlock = lockFolder(folders.cache);
  try {
    const marker = claimOutput(folders.output);
    const unlockOutput = lockFolder(folders.output);
    try {
      return await build({ ...options, ...folders }, marker);
    } finally {
      unlockOutput();
    }
  } finally {
    unlock();
  }
}

async function build(options: BuildOptions, marker: Marker | undefined): Promise<BuildResult> {
  const watch = new Stopwatch();
  watch.begin('open');
  if (options.clean) rmSync(path.join(options.cache, 'format'), { force: true });
  const { store, rebuilt } = openStore(options.cache);
  const output = new OutputFolder(options.output);
  output.clearTemporary();
  let pool: WorkerPool | undefined;
  try {
    const site = await arrangeContent(options, store, watch, (context, config) => {
      pool = startPool(context, config, options.workers);
      return pool;
    });
    watch.begin('plan');
    const trusted = !options.clean && isDescribedBy(store, marker);
    if (marker === undefined) markOutput(output, { output: '', basePath: site.config.basePath });
    const work = planWork(site, store, output, trusted);
    watch.begin('render');
    const done = await carryOut(work, site, { store, output, pool: pool!, options });
    watch.begin('finish');
    await finish(work, site, store, output);
    const peakMemoryBytes = process.resourceUsage().maxRSS * 1024 + pool!.peakBytes;
    const report = makeReport(site, work.plan, done, { durationMs: watch.read(), peakMemoryBytes });
    const notes = rebuilt === undefined ? [] : [`The store was made anew: ${rebuilt}.`];
    return { report, diagnostics: [...site.quarantine, ...site.warnings], notes };
  } finally {
    await pool?.close();
    await store.close();
  }
}

/** Whether the store tells of just what lies in the output folder. */
function isDescribedBy(store: Store, marker: Marker | undefined): boolean {
  return marker !== undefined && marker.output !== '' && store.getState()?.output === marker.output;
}

/** Absolute folders. @throws BuildError when one would swallow another. */
function resolveFolders({ content, output, cache }: BuildOptions) {
  const folders = {
    content: path.resolve(content),
    output: path.resolve(output),
    cache: path.resolve(cache),
  };
  const holds = (outer: string, inner: string) => inner === outer || inner.startsWith(outer + path.sep);
  if (holds(folders.output, folders.content) || holds(folders.output, process.cwd())) {
    throw new BuildError(
      `The output folder ${folders.output} would swallow the sources. Name another with --output.`,
    );
  }
  if (holds(folders.output, folders.cache)) {
    throw new BuildError(
      `The cache ${folders.cache} lies in the output folder and would be published. Name another with --cache.`,
    );
  }
  return folders;
}

/** Everything that is to be in the output folder, and what has to be done for it. */
interface Work {
  readonly plan: BuildPlan;
  readonly pages: ReadonlyMap<string, Page>;
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly keys: ReadonlyMap<string, string>;
  /** Records of the whole output: those kept, to which those made are added. */
  readonly records: Map<string, OutputRecord>;
}

function planWork(site: ArrangedSite, store: Store, output: OutputFolder, trusted: boolean): Work {
  const pageKeys = new PageKeys(site.renderDigest);
  const pages = new Map<string, Page>();
  const files = new Map<string, SiteFile>();
  const keys = new Map<string, string>();
  for (const page of site.pages) {
    const file = outputPath(page.url);
    pages.set(file, page);
    keys.set(file, pageKeys.keyOf(page));
  }
  for (const file of site.files) {
    // A page of the site wins over an author's file of the same name.
    if (keys.has(file.path)) continue;
    files.set(file.path, file);
    keys.set(file.path, digest(file.contents));
  }
  const records = trusted ? store.outputs() : new Map<string, OutputRecord>();
  const pending = trusted ? (store.getState()?.pending ?? []) : [];
  const strangers = trusted ? pending : output.list().filter((file) => file !== MARKER);
  for (const file of pending) records.delete(file);
  const plan = planBuild({
    wanted: keys,
    previous: records,
    strangers,
    sizeOf: (file) => output.sizeOf(file),
  });
  for (const file of plan.make) records.delete(file);
  for (const file of plan.remove) records.delete(file);
  return { plan, pages, files, keys, records };
}

interface Done {
  readonly written: string[];
  readonly removed: readonly string[];
}

interface Hands {
  readonly store: Store;
  readonly output: OutputFolder;
  readonly pool: WorkerPool;
  readonly options: BuildOptions;
}

/** Removes, renders and writes what the plan says, having first noted in the store what is about to change. */
async function carryOut(
  { plan, pages, files, keys, records }: Work,
  site: ArrangedSite,
  hands: Hands,
): Promise<Done> {
  const { store, output, pool, options } = hands;
  const touched = [...plan.make, ...plan.remove];
  if (touched.length > 0) {
    store.putState({ output: store.getState()?.output ?? '', pending: touched });
    await store.flushed();
  }
  for (const file of plan.remove) output.remove(file);
  const written: string[] = [];
  const note = (file: string, result: RenderResult) => {
    if (result.written) written.push(file);
    records.set(file, { key: keys.get(file)!, digest: result.digest, size: result.size });
  };
  for (const file of plan.make) {
    const made = files.get(file);
    if (made !== undefined) note(file, writeFile(output, made));
  }
  const toRender = plan.make.filter((file) => pages.has(file));
  const items: RenderItem[] = toRender.map((file) => ({ page: pages.get(file)! }));
  const outcomes = await pool.run<RenderResult>('render', items, {
    shared: site.chrome,
    sliceSize: RENDER_SLICE,
    onProgress: (done) => options.onProgress?.({ stage: 'render', done, total: items.length }),
  });
  outcomes.forEach((outcome, index) => {
    const file = toRender[index]!;
    if (!outcome.ok)
      throw new BuildError(`Rendering ${file} failed: the worker ${outcome.cause} (${outcome.detail}).`);
    note(file, outcome.result);
  });
  return { written: written.sort(), removed: plan.remove };
}

function writeFile(output: OutputFolder, { path: file, contents }: SiteFile): RenderResult {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  const written = output.write(file, bytes) === 'written';
  return { digest: digest(bytes), size: bytes.length, written };
}

/** Makes the store and the marker tell of the new output; only then is the build done. */
async function finish(
  { plan, records }: Work,
  site: ArrangedSite,
  store: Store,
  output: OutputFolder,
): Promise<void> {
  for (const file of plan.remove) store.removeOutput(file);
  for (const file of plan.make) store.putOutput(file, records.get(file)!);
  const state = digestOutput(records);
  store.putState({ output: state, pending: [] });
  store.prune(site.articleKeys, new Set(site.bodyDigests));
  await store.flushed();
  markOutput(output, { output: state, basePath: site.config.basePath });
  output.clearTemporary();
}

function makeReport(
  site: ArrangedSite,
  plan: BuildPlan,
  done: Done,
  measured: Pick<BuildReport, 'durationMs' | 'peakMemoryBytes'>,
): BuildReport {
  return {
    articles: site.counts,
    quarantine: site.quarantine.map(toEntry),
    warnings: site.warnings.map(toEntry),
    urls: site.urls,
    pages: {
      written: done.written.length,
      unchanged: plan.keep.length + plan.make.length - done.written.length,
      removed: done.removed.length,
    },
    changes: done,
    reused: site.reused,
    ...measured,
  };
}

/** Writes the report as JSON. @param file - Where; its folder is there. */
export function writeReport(file: string, report: BuildReport): void {
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
