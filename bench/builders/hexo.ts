import type { Builder } from './builder.ts';
import { findNpmVersion } from './find-npm-version.ts';
import { adaptFrontMatter, toHtmlPath } from './front-matter.ts';

/**
 * Hexo from npm, with its own generators for home, categories, tags, feed and sitemap; months and authors by a generator
 * of the site's. Bodies are `.html` posts, which go through neither Markdown nor Nunjucks.
 */
export const hexo: Builder = {
  name: 'hexo',
  label: 'Hexo',
  site: 'hexo',
  fromNpm: true,
  once: true,
  leftovers: ['public', 'db.json'],
  kinds: [
    ['article', /^p\//],
    ['category', /^categories\//],
    ['author', /^authors\//],
    ['month', /^archives\//],
    ['latest', /^(?:page\/.*|index\.html$)/],
    ['tag index', /^tags\/index\.html$/],
    ['sitemap', /^sitemap.*$/],
    ['feed', /\.xml$/],
  ],
  findVersion: (workspace) => findNpmVersion(workspace, 'hexo'),
  placeArticle: (article) => ({
    path: `source/_posts/${toHtmlPath(article.path)}`,
    text: adaptFrontMatter(article),
  }),
  placeOthers: () => [],
  command: () => ({
    program: process.execPath,
    args: ['node_modules/hexo/bin/hexo', 'generate', '--silent'],
  }),
};
