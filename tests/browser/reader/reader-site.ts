import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runBuild } from '../../../src/build/run-build.ts';
import { startServer } from '../../../src/cli/static-server.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const SEED = path.resolve(ROOT, '../shared/samples/seed');

/** A built site that answers on this machine, as a static host would. */
export interface ReaderSite {
  /** Absolute folder. */
  readonly root: string;
  /** Without the slash at its end. */
  readonly origin: string;
  /** From source path to site-relative URL. */
  readonly urls: { readonly [source: string]: string };
  close(): Promise<void>;
}

/** Builds a content folder, by default the one that comes with Broadsheet, and serves it. The caller closes it. */
export async function openReaderSite(content = path.join(ROOT, 'content')): Promise<ReaderSite> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const root = path.join(scratch, 'site');
  const { urls } = await runBuild({
    content,
    output: root,
    cache: path.join(scratch, 'cache'),
    workers: 2,
    drafts: false,
    future: true,
    clean: false,
    now: Date.now(),
  });
  const server = await startServer({ root, port: 0, host: '127.0.0.1' });
  return {
    root,
    origin: server.url.slice(0, -1),
    urls: urls.byFile,
    close: async () => {
      await server.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

/** One page of each type, and articles of each shape, of the site that comes with Broadsheet. */
export const PAGE_TYPES: { readonly [name: string]: string } = {
  home: '/',
  'article with pictures': '/p/bv34cm6ah8/',
  'article with a table': '/p/1srs4t17qx/',
  'article with code': '/p/m03cbj2nkw/',
  'article in English with a film': '/p/ymybjk89s7/',
  'article in Traditional Chinese': '/p/6mk1rnpc57/',
  'category front': '/categories/科技/',
  'category of the third level': '/categories/科技/晶格观察/芯片/',
  'category index': '/categories/',
  latest: '/latest/',
  'numbered page': '/latest/page/1/',
  archive: '/archives/',
  month: '/archives/2026/11/',
  tags: '/tags/',
  tag: '/tags/城市观察/',
  authors: '/authors/',
  author: '/authors/沈望舒/',
  projects: '/projects/',
  project: '/projects/900101/',
  'standalone page': '/about/',
  search: '/search/',
  'not found': '/404.html',
  offline: '/offline.html',
};
