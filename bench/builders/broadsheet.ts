import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Builder } from './builder.ts';

const project = path.resolve(import.meta.dirname, '../..');

/** The report of the last build, relative to the workspace. */
export const BROADSHEET_REPORT = 'report.json';

/** Everything on, as it comes: cleaning, projects, related articles, three feeds, hashed assets. */
export const broadsheet: Builder = {
  name: 'broadsheet',
  label: 'Broadsheet',
  readsGit: true,
  leftovers: ['_site', '.cache', BROADSHEET_REPORT],
  kinds: [
    ['article', /^p\//],
    ['category', /^categories\/.*\.html$/],
    ['author', /^authors\/.*\.html$/],
    ['month', /^archives\/.*\.html$/],
    ['latest', /^(?:latest\/.*|index)\.html$/],
    ['tag index', /^tags\/index\.html$/],
    ['project', /^projects\//],
    ['sitemap', /^sitemap.*\.xml$/],
    ['feed', /\.xml$|feed\.json$/],
  ],
  findVersion: () => JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')).version,
  placeArticle: (article) => ({ path: `content/articles/${article.path}`, text: article.text }),
  placeOthers: () => [
    {
      path: 'content/site.yaml',
      text: [
        'title: Bench',
        'url: https://bench.example/',
        'language: zh-CN',
        'timeZone: Asia/Shanghai',
        'pagination: { size: 24 }',
        'feeds: { size: 30, fullText: true }',
        '',
      ].join('\n'),
    },
  ],
  command: () => ({
    program: process.execPath,
    args: [
      path.join(project, 'bin/broadsheet.mjs'),
      'build',
      ...['--content', 'content', '--output', '_site', '--cache', '.cache', '--report', BROADSHEET_REPORT],
    ],
  }),
};
