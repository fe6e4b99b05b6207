import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { outputPath } from '../../../src/site/link.ts';
import type { ReaderSite } from './reader-site.ts';

/** What a first visit to a page fetches from the site, in bytes after gzip. */
export interface PageWeight {
  readonly html: number;
  readonly style: number;
  readonly script: number;
  readonly all: number;
}

/** @param url - Site-relative. */
export function weigh(site: ReaderSite, url: string): PageWeight {
  const page = readFileSync(path.join(site.root, outputPath(url)), 'utf8');
  const sizeOf = (pattern: RegExp) =>
    [...page.matchAll(pattern)]
      .map(([, file]) => gzipSync(readFileSync(path.join(site.root, file!))).length)
      .reduce((sum, size) => sum + size, 0);
  const html = gzipSync(page).length;
  const style = sizeOf(/<link rel="stylesheet" href="([^"]+)">/g);
  const script = sizeOf(/<script src="([^"]+)"/g);
  return { html, style, script, all: html + style + script };
}
