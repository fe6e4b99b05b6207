import type { SiteConfig } from './site-config.ts';

/** Players of video and sound that news sites embed. Exact hosts; only their https pages are shown, sandboxed. */
export const embedHosts: readonly string[] = Object.freeze([
  'player.bilibili.com',
  'www.bilibili.com',
  'v.qq.com',
  'player.youku.com',
  'www.youtube.com',
  'www.youtube-nocookie.com',
  'player.vimeo.com',
  'tv.sohu.com',
  'www.ixigua.com',
  'open.iqiyi.com',
  'music.163.com',
  'www.acfun.cn',
  'open.spotify.com',
  'w.soundcloud.com',
]);

const NONE: readonly never[] = Object.freeze([]);

/** What holds where `site.yaml` says nothing. A folder of articles without any `site.yaml` is a site. */
export const defaultSiteConfig: SiteConfig = Object.freeze({
  title: 'Broadsheet',
  description: '',
  url: 'http://localhost:8080/',
  basePath: '/',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  permalink: '/p/:id/',
  theme: Object.freeze({}),
  sources: NONE,
  author: 'Broadsheet',
  menu: NONE,
  footer: NONE,
  categories: NONE,
  authors: NONE,
  projects: Object.freeze({ links: 'internal', ignore: NONE, always: NONE }),
  pagination: Object.freeze({ size: 24 }),
  paragraphs: 'spaced',
  shareImages: Object.freeze({ articles: 24 }),
  excerpt: Object.freeze({ length: 120 }),
  feeds: Object.freeze({ size: 30, fullText: true, projects: 'sentences', sources: NONE }),
  embeds: Object.freeze({ hosts: embedHosts }),
  admin: Object.freeze({ backend: 'github', repo: '', branch: 'main', folder: 'content' }),
  check: Object.freeze({ rules: Object.freeze({}) }),
  // Far above what newspapers print, and far below what a worker can't do in ten seconds and half a gigabyte.
  limits: Object.freeze({
    fileBytes: 8 * 1024 * 1024,
    depth: 512,
    elements: 200_000,
    attributes: 1_000,
    images: 5_000,
    articleMs: 30_000,
    workerMegabytes: 512,
  }),
  hosts: NONE,
});
