import { type ArticleKeyShape, articleKeyGuide } from '../content/article-key-guide.ts';
import { articleKeys } from '../content/article-keys.ts';
import type { AdminConfig } from '../content/site-config.ts';

type Field = Readonly<Record<string, unknown>>;

/** How each shape is edited. Widgets: https://sveltiacms.app/en/docs/fields */
const WIDGETS: Readonly<Record<ArticleKeyShape, Field>> = Object.freeze({
  text: { widget: 'string' },
  date: { widget: 'datetime', format: 'YYYY-MM-DD HH:mm', date_format: 'YYYY-MM-DD', time_format: 'HH:mm' },
  switch: { widget: 'boolean' },
  'switch-or-rank': { widget: 'boolean' },
  names: { widget: 'list' },
  'category-paths': { widget: 'list' },
  address: { widget: 'string', pattern: ['^https?://', 'https://…'] },
  'address-or-path': { widget: 'image' },
  path: { widget: 'string', pattern: ['^/', '/…'] },
  paths: { widget: 'list' },
  language: { widget: 'string' },
});

/** What other generators call the keys, or what only a program writes. */
const LEFT_OUT: ReadonlySet<string> = new Set(['headimg', 'description', 'published', 'abbrlink']);

/**
 * The configuration of Sveltia CMS (and of Decap, which reads the same), as data: articles, with a field for each key of the
 * front matter, from the same table as the schemas.
 */
export function makeAdminConfig({ backend, repo, branch, folder }: AdminConfig) {
  const fields = articleKeys
    .filter((key) => !LEFT_OUT.has(key))
    .map((key): Field => {
      const { shape, description } = articleKeyGuide[key];
      return { name: key, label: key, ...WIDGETS[shape], required: key === 'title', hint: description };
    });
  return {
    backend: { name: backend, repo, branch },
    media_folder: `${folder}/media`,
    public_folder: '/media',
    collections: [
      {
        name: 'articles',
        label: 'Articles',
        folder: `${folder}/articles`,
        create: true,
        extension: 'md',
        format: 'yaml-frontmatter',
        slug: '{{title}}',
        path: '{{year}}/{{slug}}',
        fields: [...fields, { name: 'body', label: 'body', widget: 'markdown' }],
      },
    ],
  };
}
