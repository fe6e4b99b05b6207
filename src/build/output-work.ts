import { outputPath } from '../site/link.ts';
import type { Page } from '../site/page.ts';
import type { ArrangedSite } from './arrange-content.ts';
import type { SiteFile } from './assets.ts';
import { BuildError, type BuildOptions } from './build-options.ts';
import { digest } from './digest.ts';
import { digestOutput, markOutput } from './output-marker.ts';
import { PageKeys } from './page-key.ts';
import { explainChange, listParts } from './page-parts.ts';
import { type BuildPlan, planBuild } from './plan-build.ts';
import type { OutputRecord, Store } from './store.ts';
import type { RenderItem, RenderResult } from './worker-tasks.ts';
import type { Workforce } from './workforce.ts';
import type { OutputFolder } from './write-output.ts';

const RENDER_SLICE = 200;
/** No page takes long: its body is at hand, and clean. This only keeps a bug of ours from hanging the build. */
const RENDER_MS = 120_000;

/** Everything that is to be in the output folder, and what has to be done for it. */
export interface OutputWork {
  readonly plan: BuildPlan;
  readonly pages: ReadonlyMap<string, Page>;
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly keys: ReadonlyMap<string, string>;
  /** Records of the whole output: those kept, to which those made are added. */
  readonly records: Map<string, OutputRecord>;
}

/** What is known of the output folder before a build. */
export interface LastOutput {
  readonly store: Store;
  readonly output: OutputFolder;
  /** Of what the last build wrote; those of the new output when the build is done. */
  readonly records: Map<string, OutputRecord>;
  /** Whether the store tells of this very folder. */
  readonly trusted: boolean;
}

/** Compares the arranged site with what the last build wrote. */
export function planWork(site: ArrangedSite, { store, output, records, trusted }: LastOutput): OutputWork {
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
    keys.set(
      file.path,
      digest(...(file.key === undefined ? [file.contents] : [site.renderDigest, file.key])),
    );
  }
  const pending = trusted ? (store.getState()?.pending ?? []) : [];
  const strangers = trusted ? pending : output.list();
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

export interface Done {
  readonly written: string[];
  readonly removed: readonly string[];
}

export interface Hands {
  readonly store: Store;
  readonly output: OutputFolder;
  readonly workforce: Workforce;
  readonly options: BuildOptions;
}

/** Removes, renders and writes what the plan says, having first noted in the store what is about to change. */
export async function carryOut(
  { plan, pages, files, keys, records }: OutputWork,
  site: ArrangedSite,
  hands: Hands,
): Promise<Done> {
  const { store, output, workforce, options } = hands;
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
  if (items.length === 0) return { written: written.sort(), removed: plan.remove };
  const pool = await workforce.hire(site.config.limits);
  const outcomes = await pool.run<RenderResult>('render', items, {
    shared: { chrome: site.chrome, cacheFolder: options.cache, outputFolder: output.root },
    sliceSize: RENDER_SLICE,
    itemMs: RENDER_MS,
    onProgress: (done) => options.onProgress?.({ stage: 'render', done, total: items.length }),
  });
  outcomes.forEach((outcome, index) => {
    const file = toRender[index]!;
    if (!outcome.ok)
      throw new BuildError(`Rendering ${file} failed: the worker ${outcome.cause} (${outcome.detail}).`);
    note(file, outcome.result);
    const parts = listParts(pages.get(file)!, site.renderDigest);
    store.putParts(file, parts, explainChange(store.getParts(file), parts));
  });
  return { written: written.sort(), removed: plan.remove };
}

function writeFile(output: OutputFolder, { path: file, contents }: SiteFile): RenderResult {
  const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
  const written = output.write(file, bytes) === 'written';
  return { digest: digest(bytes), size: bytes.length, written };
}

/** Makes the store and the marker tell of the new output; only then is the build done. */
export async function finish(
  { plan, records }: OutputWork,
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
