import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { renderPage } from '../../layouts/render-page.tsx';
import { bundleAssets } from '../../src/build/assets.ts';
import { attachStore } from '../../src/build/lmdb-store.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import type { ArticleCard, ArticlePage, SiteChrome } from '../../src/site/page.ts';
import type { SearchCorpus } from './search-corpus.ts';

/** A site of a corpus, as a host with gzip serves it: pages are rendered when they are asked for. */
export interface SearchSite {
  /** With a slash at the end. */
  readonly url: string;
  /** Bytes of all answers so far, heads left out, by what was asked for. */
  readonly sent: { scripts: number; index: number; articles: number };
  close(): void;
}

/** @param folder - Of the index. */
export async function serveSearchSite(
  corpus: SearchCorpus,
  folder: string,
  scratch: string,
): Promise<SearchSite> {
  const chrome = await makeChrome(scratch);
  const sent = { scripts: 0, index: 0, articles: 0 };
  const server = createServer((request, response) => {
    const pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const answer = find(pathname);
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    const { kind, type, bytes } = answer;
    const isPacked = !type.startsWith('application/octet-stream');
    const body = isPacked ? gzipSync(bytes) : bytes;
    if (kind !== undefined) sent[kind] += body.length;
    response
      .writeHead(200, {
        'Content-Type': type,
        'Cache-Control': 'public, max-age=3600',
        ...(isPacked && { 'Content-Encoding': 'gzip' }),
      })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    close: () => server.close(),
  };

  function find(
    pathname: string,
  ): { kind?: keyof SearchSite['sent']; type: string; bytes: Uint8Array } | undefined {
    const html = 'text/html; charset=utf-8';
    if (pathname === '/search/') {
      const page = renderPage({ kind: 'search', url: '/search/', title: '搜索' }, { chrome: chrome.chrome });
      return { type: html, bytes: Buffer.from(page) };
    }
    if (pathname.startsWith('/p/'))
      return {
        kind: 'articles',
        type: html,
        bytes: Buffer.from(renderArticle(corpus, pathname, chrome.chrome)),
      };
    const file = path.join(folder, pathname.slice('/search/'.length));
    if (pathname.startsWith('/search/') && existsSync(file))
      return { kind: 'index', type: typeOf(pathname), bytes: readFileSync(file) };
    const asset = chrome.files.get(pathname);
    if (asset === undefined) return undefined;
    return {
      ...(pathname.includes('search-') && { kind: 'scripts' as const }),
      type: typeOf(pathname),
      bytes: asset,
    };
  }
}

function typeOf(file: string): string {
  const types: Readonly<Record<string, string>> = {
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  };
  return types[path.extname(file)] ?? 'application/octet-stream';
}

async function makeChrome(scratch: string) {
  const store = attachStore(path.join(scratch, 'search-assets'));
  const { files, urls } = await bundleAssets(store);
  await store.close();
  const chrome: SiteChrome = {
    title: '宽幅日报',
    description: '',
    siteUrl: 'https://bench.example/',
    basePath: '/',
    language: 'zh-CN',
    timeZone: 'Asia/Shanghai',
    author: '',
    menu: ['新媒体', '科技', '财经', '城市', '文化'].map((title) => ({
      title,
      url: `/categories/${title}/`,
    })),
    footer: [],
    assets: urls,
    embedHosts: [],
    feeds: [],
  };
  return {
    chrome,
    files: new Map(files.map(({ path: file, contents }) => [`/${file}`, Buffer.from(contents)])),
  };
}

/** With as much around the body as a page of a real site has. */
function renderArticle(corpus: SearchCorpus, url: string, chrome: SiteChrome): string {
  const at = corpus.placeOf(url);
  const { title, category, authors, date = 0 } = corpus.textOf(at);
  const path = category.map((name, depth) => ({
    title: name,
    url: `/categories/${category.slice(0, depth + 1).join('/')}/`,
    color: '#b4532a',
  }));
  const cardOf = (other: number): ArticleCard => {
    const text = corpus.textOf(other);
    return {
      url: corpus.urlOf(other),
      title: text.title,
      excerpt: text.text.slice(0, 80),
      date: text.date ?? 0,
      category: path,
      readingMinutes: 3,
    };
  };
  const page: ArticlePage = {
    kind: 'article',
    url,
    title,
    date,
    categories: [path],
    tags: [],
    authors: authors.map((name) => ({ title: name, url: `/authors/${name}/` })),
    excerpt: title,
    readingMinutes: 4,
    wordCount: 2000,
    comments: false,
    draft: false,
    future: false,
    projects: [],
    related: [1, 2, 3, 4].filter((back) => at >= back).map((back) => cardOf(at - back)),
    bodyDigest: '',
  };
  const html = corpus.bodyOf(at) as SafeHtml;
  return renderPage(page, { chrome, body: { html, outline: [], images: [] } });
}
