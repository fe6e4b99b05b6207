import assert from 'node:assert/strict';
import { type CleanableArticle, type CleaningPolicy, createBodyCleaner } from '../../src/html/clean-body.ts';
import type { CleanedBody } from '../../src/html/cleaned-body.ts';

/** A policy with defaults like those of a site at the root of its host. Every project-link is kept. */
export const testPolicy: CleaningPolicy = {
  basePath: '/',
  siteUrl: 'https://site.example/',
  language: 'zh-CN',
  embedHosts: ['player.bilibili.com', 'www.youtube.com'],
  limits: {
    fileBytes: 8 << 20,
    depth: 512,
    elements: 50_000,
    attributes: 1000,
    images: 1000,
    articleMs: 30_000,
    workerMegabytes: 512,
  },
  projects: { links: 'internal', ignore: [], always: [] },
  excerptLength: 60,
  judgeProject: () => ({ keep: true, reason: 'listed' }),
};

export function articleOf(body: string, overrides: Partial<CleanableArticle> = {}): CleanableArticle {
  return {
    sourcePath: 'a/b.md',
    file: 'articles/a/b.md',
    title: '文章标题',
    format: 'html',
    body,
    bodyLine: 10,
    ...overrides,
  };
}

/** Cleans a body that must not be refused. */
export function cleanHtml(
  body: string,
  overrides: Partial<CleanableArticle> = {},
  policy: Partial<CleaningPolicy> = {},
): CleanedBody {
  const result = createBodyCleaner({ ...testPolicy, ...policy })(articleOf(body, overrides));
  assert.ok(result.ok, `refused: ${result.ok || result.diagnostics[0]?.rule}`);
  return result.body;
}

/** The HTML of a cleaned body, without what every image and every outward link carries. */
export function cleanedHtml(body: string, overrides: Partial<CleanableArticle> = {}): string {
  return cleanHtml(body, overrides)
    .html.replaceAll(' loading="lazy" decoding="async" referrerpolicy="no-referrer"', '')
    .replaceAll(' rel="noopener nofollow"', '');
}
