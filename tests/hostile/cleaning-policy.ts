import type { CleanableArticle, CleaningPolicy } from '../../src/html/clean-body.ts';

/** The policy under which hostile cases are cleaned. Nothing in it is lax but the judge, which keeps every name. */
export const hostilePolicy: CleaningPolicy = {
  basePath: '/news/',
  siteUrl: 'https://site.example/news/',
  language: 'zh-CN',
  embedHosts: ['player.bilibili.com', 'www.youtube.com', 'v.qq.com', 'site.example'],
  limits: {
    fileBytes: 5 << 20,
    depth: 200,
    elements: 20_000,
    attributes: 500,
    images: 1000,
    articleMs: 30_000,
    workerMegabytes: 512,
  },
  projects: { links: 'internal', ignore: [], always: [] },
  excerptLength: 120,
  judgeProject: () => ({ keep: true, reason: 'listed' }),
};

/** An article scraped without a trace of where it came from, which is the harder case. */
export function hostileArticle(body: string, overrides: Partial<CleanableArticle> = {}): CleanableArticle {
  return {
    sourcePath: 'hostile.md',
    file: 'articles/hostile.md',
    title: '标题',
    format: 'html',
    body,
    bodyLine: 1,
    ...overrides,
  };
}
