import type { Builder } from './builder.ts';
import { findNpmVersion } from './find-npm-version.ts';
import { adaptFrontMatter, toHtmlPath } from './front-matter.ts';

/**
 * Plain Eleventy from npm: a template an article, lists by pagination over collections, layouts in JavaScript. Bodies are
 * `.html` templates without a template engine.
 */
export const eleventy: Builder = {
  name: 'eleventy',
  label: 'Eleventy',
  site: 'eleventy',
  fromNpm: true,
  leftovers: ['_site'],
  kinds: [
    ['article', /^p\//],
    ['category', /^categories\//],
    ['author', /^authors\//],
    ['month', /^archives\//],
    ['latest', /^(?:page\/.*|index\.html$)/],
    ['tag index', /^tags\/index\.html$/],
    ['sitemap', /^sitemap.*\.xml$/],
    ['feed', /\.xml$/],
  ],
  findVersion: (workspace) => findNpmVersion(workspace, '@11ty/eleventy'),
  placeArticle: (article) => ({
    path: `content/articles/${toHtmlPath(article.path)}`,
    text: adaptFrontMatter(article),
  }),
  placeOthers: () => [],
  command: () => ({ program: process.execPath, args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'] }),
};
