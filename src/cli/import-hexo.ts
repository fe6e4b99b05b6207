import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { BuildError } from '../build/build-options.ts';
import { findSources } from '../build/find-sources.ts';
import type { HexoFile, HexoSite, PlannedCopy } from '../import/hexo/hexo-site.ts';
import { planHexoImport } from '../import/hexo/plan-hexo-import.ts';
import { type HexoConfig, readHexoConfig } from '../import/hexo/read-hexo-config.ts';
import { type ShelfOutcome, writeInside } from './article-shelf.ts';
import { type ImportJob, tellOutcome } from './import-job.ts';
import { ImportTally } from './import-tally.ts';

/** What Hexo's renderers take for Markdown or HTML. */
const TEXT = /\.(?:md|markdown|mkd|mkdn|mdwn|mdtxt|mdtext|html|htm)$/i;

/** What may be published as it is. */
const ASSET = /\.(?:avif|gif|jpe?g|png|svg|webp|mp3|m4a|ogg|wav|mp4|webm|pdf)$/i;

/**
 * Imports a Hexo site: posts, drafts and pages with their addresses, pictures, redirects; its `_config.yml` becomes
 * `site.yaml` where there is none. A file that is there already and differs is left alone, unless told otherwise.
 *
 * @returns The exit status: 1 when something could not be imported.
 */
export async function importHexo(folder: string, job: ImportJob): Promise<number> {
  const configFile = ['_config.yml', '_config.yaml'].map((name) => path.join(folder, name)).find(existsSync);
  const configText = configFile === undefined ? '' : readFileSync(configFile, 'utf8');
  const config = readHexoConfig(configText);
  const source = path.resolve(folder, config.sourceDir);
  if (!existsSync(path.join(source, '_posts'))) {
    throw new BuildError(`${folder} is no Hexo site: it has no ${path.join(config.sourceDir, '_posts')}.`);
  }
  const site = await readSite(source, configText);
  const hasConfig = existsSync(path.join(job.content, 'site.yaml'));
  const plan = planHexoImport(site, config, targetOf(config, job, hasConfig));
  const tally = new ImportTally();
  const siteYaml = hasConfig || plan.siteYaml === '' ? [] : [{ path: 'site.yaml', text: plan.siteYaml }];
  for (const { path: file, text } of [...siteYaml, ...plan.files])
    tally.add({ outcome: writeUnlessEdited(file, text, job), file: path.join(job.content, file) });
  for (const copy of plan.media) copyMedia(source, copy, job);
  const isWhole = tellOutcome({ name: folder, ok: true, tally, diagnostics: plan.diagnostics }, job);
  if (plan.media.length > 0) process.stdout.write(`  and ${plan.media.length} pictures and other files\n`);
  return isWhole ? 0 : 1;
}

/** The new site is the one that is there, or the old one. */
function targetOf(config: HexoConfig, job: ImportJob, hasConfig: boolean) {
  const { timeZone, basePath, permalink, limits } = job.config;
  return {
    timeZone: hasConfig ? timeZone : (config.timeZone ?? timeZone),
    basePath: hasConfig || config.url === undefined ? basePath : new URL(config.url).pathname,
    ...(hasConfig ? { permalink } : {}),
    fileBytes: limits.fileBytes,
  };
}

async function readSite(source: string, configText: string): Promise<HexoSite> {
  const found = await findSources(source, {
    label: '',
    isWanted: (file) => TEXT.test(file) || ASSET.test(file),
    isEntered: (folder) => !/(?:^|\/)(?:\.|node_modules$)/.test(folder),
  });
  const files = found.files
    .filter((file) => TEXT.test(file.path))
    .map(
      ({ path: file, absolute }): HexoFile => ({
        path: file,
        bytes: readFileSync(absolute),
        modified: statSync(absolute).mtimeMs,
      }),
    );
  const redirects = path.join(source, '_redirects');
  return {
    configText,
    files,
    assets: found.files.map((file) => file.path).filter(isAsset),
    redirectsText: existsSync(redirects) ? readFileSync(redirects, 'utf8') : '',
  };
}

/** In `_posts` and `_drafts` lie the posts' own; other folders that begin with `_` are not published. */
function isAsset(file: string): boolean {
  return ASSET.test(file) && !/(?:^|\/)[._]/.test(file.replace(/^_(?:posts|drafts)\//, ''));
}

/** What a person may have changed since is not touched. */
function writeUnlessEdited(file: string, text: string, { content, shelf }: ImportJob): ShelfOutcome {
  const target = path.join(content, file);
  const present = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
  if (present === text) return 'unchanged';
  if (present !== undefined && !shelf.overwrite) return 'edited';
  if (!shelf.dryRun) writeInside(content, file, text);
  return present === undefined ? 'new' : 'updated';
}

function copyMedia(source: string, { from, to }: PlannedCopy, { content, shelf }: ImportJob): void {
  const target = path.join(content, to);
  if (shelf.dryRun || (existsSync(target) && !shelf.overwrite)) return;
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(path.join(source, from), target);
}
