import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ThemeConfig } from '../content/site-config.ts';
import { digestBrowserCode } from './code-digest.ts';
import { digest } from './digest.ts';
import { PROJECT } from './project-folder.ts';
import type { Store } from './store.ts';
import { makeThemeStyle } from './theme-style.ts';

/** A file of the site whose contents are at hand. */
export interface SiteFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly contents: string | Uint8Array;
  /** Stands for the contents, which are made when they are asked for: see `OutputFile` of the feeds. */
  readonly key?: string;
}

/** A stylesheet or script, as bundled. */
export interface BundledFile extends SiteFile {
  readonly contents: string;
}

export interface Assets {
  readonly files: readonly SiteFile[];
  /** Site-relative URLs by logical name, e.g. `site.css` → `/assets/site.3f2a9c01.css`. */
  readonly urls: { readonly [name: string]: string };
}

/** Drawings that go out as they are. */
const PLAIN_ASSETS = 'layouts/assets';

/** Named once and for all: browsers come back for the worker, and feeds are not to change with their style. */
const FIXED_NAMES: ReadonlySet<string> = new Set(['service-worker.js', 'feed.css']);

const ENTRIES = [
  'layouts/styles/site.css',
  'layouts/styles/feed.css',
  'layouts/client/site.ts',
  'layouts/client/theme.ts',
  'layouts/client/search-page.ts',
  'layouts/client/search-worker.ts',
  'layouts/service-worker/service-worker.ts',
];

/**
 * The stylesheet, the browser's scripts and the icons, named by their contents so that hosts may cache them for ever. What
 * is bundled is bundled when its code changed, else taken from the store.
 */
export async function bundleAssets(store: Store, theme: ThemeConfig = {}): Promise<Assets> {
  const key = digestBrowserCode();
  let bundled = store.getBundle(key);
  if (bundled === undefined) {
    bundled = await bundle();
    store.putBundle(key, bundled);
  }
  const files = [...applyTheme(bundled, theme), ...readPlainAssets()];
  const named = files.filter((file) => !FIXED_NAMES.has(file.path));
  const urls = Object.fromEntries(named.map((file) => [logicalName(file.path), `/${file.path}`]));
  return { files, urls };
}

/** The operator's colours stand in the stylesheet itself: a page has no style of its own, and can have none. */
function applyTheme(files: readonly BundledFile[], theme: ThemeConfig): readonly BundledFile[] {
  const style = makeThemeStyle(theme);
  if (style === '') return files;
  return files.map((file) => {
    if (logicalName(file.path) !== 'site.css') return file;
    const contents = file.contents + style;
    return { path: hashedPath('site.css', contents), contents };
  });
}

/** `assets/site.3f2a9c01.css` → `site.css`. */
function logicalName(file: string): string {
  const [name, , extension] = path.basename(file).split('.');
  return `${name}.${extension}`;
}

async function bundle(): Promise<BundledFile[]> {
  const { build, stop } = await import('esbuild');
  const result = await build({
    absWorkingDir: PROJECT,
    entryPoints: ENTRIES,
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022', 'chrome111', 'safari16.4', 'firefox114'],
    charset: 'utf8',
    logLevel: 'silent',
  });
  // Its process would stay until the build is done.
  await stop();
  return result.outputFiles.map(({ path: made, text }) => ({ path: hashedPath(made, text), contents: text }));
}

function readPlainAssets(): SiteFile[] {
  const folder = path.join(PROJECT, PLAIN_ASSETS);
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const contents = readFileSync(path.join(folder, name));
      return { path: hashedPath(name, contents), contents };
    });
}

function hashedPath(file: string, contents: string | Uint8Array): string {
  const { name, ext, base } = path.parse(file);
  if (FIXED_NAMES.has(base)) return base;
  return `assets/${name}.${digest(contents).slice(0, 10)}${ext}`;
}
