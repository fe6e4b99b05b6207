import { spawnSync } from 'node:child_process';
import type { Builder } from './builder.ts';
import { adaptFrontMatter, listFolders, monthOf, toHtmlPath } from './front-matter.ts';

const SECTIONS = 'content/categories';

/**
 * Hugo from the PATH. Categories are nested sections, its only tree; each of those is a folder with an `_index.md`. It has
 * no archive by month: a taxonomy does, named in the front matter. Bodies are `.html` files, which it passes through
 * without a Markdown parser.
 */
export const hugo: Builder = {
  name: 'hugo',
  label: 'Hugo',
  site: 'hugo',
  leftovers: ['public', 'resources', '.hugo_build.lock'],
  kinds: [
    // Redirects to the first page of each list, which Hugo 0.111 can't be told to leave out.
    ['other', /(?:^|\/)page\/1\//],
    ['article', /^p\//],
    ['category', /^categories\//],
    ['author', /^author\//],
    ['month', /^month\//],
    ['latest', /^(?:page\/.*|index\.html$)/],
    ['tag index', /^tags\/index\.html$/],
    ['sitemap', /^sitemap.*\.xml$/],
    ['feed', /\.xml$/],
  ],
  findVersion: () => {
    const { stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    return /v(\d[\w.]*)/.exec(stdout ?? '')?.[1];
  },
  placeArticle: (article) => ({
    path: `${SECTIONS}/${toHtmlPath(article.path)}`,
    text: adaptFrontMatter(article, [`month: '${monthOf(article)}'`]),
  }),
  placeOthers: (articlePaths) => [
    { path: `${SECTIONS}/_index.md`, text: "---\ntitle: '分类'\nlayout: category-index\n---\n" },
    ...listFolders(articlePaths).map((folder) => ({
      path: `${SECTIONS}/${folder}/_index.md`,
      text: `---\ntitle: '${folder.split('/').at(-1)}'\n---\n`,
    })),
  ],
  command: () => ({ program: 'hugo', args: ['--quiet'] }),
};
