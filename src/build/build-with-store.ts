import { setImmediate } from 'node:timers/promises';
import type { Diagnostic } from '../diagnostic.ts';
import { type ArrangedSite, arrangeContent } from './arrange-content.ts';
import { ArticleRecords } from './article-records.ts';
import type { ArticleUrls } from './article-urls.ts';
import { bundleAssets } from './assets.ts';
import { BriefTables } from './brief-tables.ts';
import { lockFolder } from './build-lock.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-report.ts';
import { collectGarbage, growHeapAsUsual, growHeapSlowly } from './collect-garbage.ts';
import { digest } from './digest.ts';
import { type GitListing, readGitListing } from './git-listing.ts';
import { inBackground } from './in-background.ts';
import { writeLastOutcome } from './last-outcome.ts';
import { locateContent } from './locate-content.ts';
import { cleanedArticles } from './locate-records.ts';
import { lookForAltered } from './look-for-altered.ts';
import { makeReport } from './make-report.ts';
import { type ContentFolder, openContent } from './open-content.ts';
import type { OpenedStore } from './open-store.ts';
import { optimizeAsUsual } from './optimize-late.ts';
import { claimOutput, isDescribedBy, type Marker, markOutput } from './output-marker.ts';
import { OutputRecords } from './output-records.ts';
import { finish, noteOutput, type OutputWork } from './output-work.ts';
import {
  digestAllCode,
  digestInputs,
  findValidity,
  isValidAt,
  repeatReport,
  vouchForInputs,
} from './repeat-build.ts';
import { listSlowest } from './slowest-articles.ts';
import { clearSpools } from './spooled-records.ts';
import { Stopwatch } from './stopwatch.ts';
import type { LastBuild, LastOutcome } from './store.ts';
import { updateOutput } from './update-output.ts';
import type { Workforce } from './workforce.ts';
import { OutputFolder } from './write-output.ts';

/** How a build ended, with what an author or operator has to know. */
export interface BuildResult {
  readonly report: BuildReport;
  readonly urls: ArticleUrls;
  /** Quarantined articles' faults, then everything else worth a line. */
  readonly diagnostics: readonly Diagnostic[];
  /** Said once about the build as a whole, e.g. why the store was made anew. */
  readonly notes: readonly string[];
}

/** What a build is given: a store that is open, in a cache folder that is locked. */
export interface Workplace {
  readonly opened: OpenedStore;
  readonly workforce: Workforce;
  /** Whether the workers are not needed any more when all is written. */
  readonly isLast?: boolean;
  /** What git knows of the content, if it has been asked already. */
  readonly listing?: Promise<GitListing | undefined>;
  /** See `digestAllCode`; absent: not known yet. */
  readonly code?: string;
  /** As it lies there now, if it is being read already. */
  readonly content?: Promise<ContentFolder | undefined>;
  readonly watch?: Stopwatch;
  /** Awaited between the steps of planning, before anything is written: what it throws ends the build. */
  readonly pause?: () => Promise<void>;
  /** Called when nothing more is put into the store nor read there. */
  readonly onStored?: () => Promise<void>;
  /** Told what the site consists of, unless nothing changed since the last build. */
  readonly onArranged?: (content: ContentFolder, site: ArrangedSite) => void;
}

const goOn = async (): Promise<void> => {};

/** Files that take so long to make that a fraction of a second to free memory first is of no account. */
const LONG_WORK = 2000;

/** Articles, from which on the code that arranges them runs so long that it pays to have it optimized. */
const LARGE_SITE = 30_000;

/** A build in a workplace. @param options - With absolute folders, as `resolveFolders` gives them. */
export async function buildWithStore(options: BuildOptions, place: Workplace): Promise<BuildResult> {
  const marker = claimOutput(options.output);
  const unlock = lockFolder(options.output);
  try {
    const result = await build(options, place, marker);
    options.onReport?.(result.report, result.urls);
    return result;
  } finally {
    growHeapAsUsual();
    unlock();
  }
}

async function build(
  options: BuildOptions,
  {
    opened: { store, rebuilt },
    workforce,
    watch = new Stopwatch(),
    onArranged,
    pause = goOn,
    ...place
  }: Workplace,
  marker: Marker | undefined,
): Promise<BuildResult> {
  const notes = rebuilt === undefined ? [] : [`The store in ${options.cache} was made anew: it ${rebuilt}.`];
  const output = new OutputFolder(options.output);
  output.clearTemporary();
  clearSpools(options.cache);
  const trusted = !options.clean && isDescribedBy(store, marker);
  const spelled = trusted ? store.getOutputs() : undefined;
  const looking = inBackground(
    lookForAltered(output.root, spelled?.bytes ?? new Uint8Array(), workforce.threads),
  );
  // A build that was killed on its way may have changed files whose records are still the last one's.
  const settled = trusted && store.getState()?.pending.length === 0;
  const last = settled ? store.getLastBuild() : undefined;
  const findRepeated = async (isSame: (last: LastBuild) => boolean): Promise<LastOutcome | undefined> => {
    if (last === undefined || !isSame(last) || !isValidAt(last, options.now)) return undefined;
    return (await looking).size === 0 ? store.getLastOutcome() : undefined;
  };
  const repeat = ({ report, urls, diagnostics }: LastOutcome, reused: number): BuildResult => ({
    report: repeatReport(report, reused, measure(watch, workforce)),
    urls,
    diagnostics,
    notes,
  });
  const asked = inBackground(place.listing ?? readGitListing(options.content));
  const code = place.code ?? digestAllCode();
  const listing = await asked;
  await pause();
  const vouched = vouchForInputs(listing, code, options);
  const vouchedOutcome = vouched && (await findRepeated((build) => build.vouched === vouched));
  if (vouchedOutcome) return repeat(vouchedOutcome, last!.articles);
  const tables = async () => BriefTables.open(store);
  const content = (await place.content) ?? (await openContent(options.content, asked, tables));
  await pause();
  watch.begin('clean');
  const total = content.articles.length;
  if (total >= LARGE_SITE) optimizeAsUsual();
  const records = new ArticleRecords(store, content);
  const located = await locateContent(content, {
    kind: cleanedArticles(store, records),
    cacheFolder: options.cache,
    store,
    workforce,
    onProgress: (done) => options.onProgress?.({ stage: 'clean', done, total }),
  });
  if (total - located.reused >= LONG_WORK) {
    // What they have loaded and learned for cleaning is of no use to what comes: others start while the site is arranged.
    await workforce.dismiss();
    growHeapSlowly();
  }
  watch.begin('compare');
  const inputs = digestInputs(content, located, code, options);
  // All has been read by now: what git vouched for before and after has been so meanwhile.
  const stillVouched = async () =>
    vouched !== undefined &&
    !store.hasDatesFromOutside() &&
    vouched ===
      vouchForInputs(await readGitListing(options.content, listing?.setting), digestAllCode(), options);
  const sameOutcome = inputs && (await findRepeated((build) => build.inputs === inputs));
  if (sameOutcome) {
    if (await stillVouched()) store.putLastBuild({ ...last!, ...(vouched && { vouched }) });
    return repeat(sameOutcome, located.reused);
  }
  await pause();
  watch.begin('arrange');
  void workforce.getReady('publish', content.config.limits);
  const assets = await bundleAssets(store, content.config.theme);
  const site = await arrangeContent({
    content,
    located,
    assets,
    store,
    records,
    options,
    pause,
  });
  await pause();
  onArranged?.(content, site);
  watch.begin('plan');
  if (marker === undefined) markOutput(output, { output: '', basePath: site.config.basePath });
  const lastOutput = { store, output, records: new OutputRecords(spelled), altered: await looking, trusted };
  let early: Promise<boolean> | undefined;
  const onPlanned = ({ plan }: OutputWork) => {
    if (plan.make.length >= LONG_WORK) collectGarbage();
    watch.begin('render');
    // While pages are rendered, unless there is something to be read yet.
    if (!plan.make.some((file) => file.startsWith('media/')))
      early = inBackground(setImmediate().then(stillVouched));
  };
  const { work, done } = await updateOutput(
    site,
    lastOutput,
    { store, output, workforce, options, isLast: place.isLast === true },
    { pause, onPlanned },
  );
  watch.begin('finish');
  // A process takes its time to end, too.
  const dismissing = place.isLast ? inBackground(workforce.dismiss()) : undefined;
  const vouching = early ?? inBackground(stillVouched());
  const { state, spelled: outputs } = noteOutput(work, done, site, store);
  records.keep();
  const validity = findValidity(site.dates, options.now);
  const outcomeName = digest(inputs ?? '', state, String(validity.validFrom));
  if (inputs === undefined) store.forgetLastBuild();
  else {
    store.putLastBuild({
      inputs,
      ...((await vouching) && vouched !== undefined && { vouched }),
      articles: total,
      ...validity,
      outcome: outcomeName,
    });
  }
  await dismissing;
  await finish(state, site, { store, output });
  await place.onStored?.();
  const diagnostics = [...site.quarantine, ...site.warnings];
  const report = makeReport(site, outputs, done, {
    slowest: listSlowest(content.articles, located.articles),
    ...measure(watch, workforce),
  });
  const urls = site.listUrls();
  if (inputs !== undefined) writeLastOutcome(options.cache, outcomeName, { report, urls, diagnostics });
  return { report: { ...report, ...measure(watch, workforce) }, urls, diagnostics, notes };
}

function measure(watch: Stopwatch, workforce: Workforce) {
  return {
    durationMs: watch.read(),
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024 + workforce.peakBytes,
  };
}
