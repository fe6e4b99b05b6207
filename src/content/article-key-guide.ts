import type { ArticleKey } from './article-keys.ts';

/** What a key of the front matter can hold, as an editor has to know it. `reading` of each is in `read-article-fields.ts`. */
export type ArticleKeyShape =
  /** One line of text; numbers are read as text. */
  | 'text'
  | 'date'
  /** true or false. */
  | 'switch'
  /** true, false or a rank. */
  | 'switch-or-rank'
  /** One name, or a list of names. */
  | 'names'
  /** One name, a path of names, or a list of paths. */
  | 'category-paths'
  /** Absolute http(s) address. */
  | 'address'
  /** Absolute http(s) address, or a path of the site. */
  | 'address-or-path'
  /** Path of the site. */
  | 'path'
  /** One path, or a list of paths. */
  | 'paths'
  /** BCP 47. */
  | 'language';

export interface ArticleKeyGuide {
  readonly shape: ArticleKeyShape;
  /** What it means, one or two sentences. */
  readonly description: string;
  /** As it would stand in a file, a valid value in YAML. */
  readonly example: string;
}

/** Every key of the front matter: the source of the JSON Schema, the editors' snippets and the reference. */
export const articleKeyGuide: Readonly<Record<ArticleKey, ArticleKeyGuide>> = Object.freeze({
  title: {
    shape: 'text',
    description: 'The headline. Without one, the name of the file counts, with a warning.',
    example: '一座桥的名字',
  },
  date: {
    shape: 'date',
    description:
      'When it was published: 2024-03-01, 2024-03-01 08:00 (in the zone of the site), ISO 8601 or RFC 2822. A date in the future holds the article back until then.',
    example: '2024-03-01 08:00',
  },
  updated: {
    shape: 'date',
    description: 'When it last changed; not before `date`.',
    example: '2024-03-02 09:30',
  },
  categories: {
    shape: 'category-paths',
    description: 'A list is ONE path from parent to child, as in Hexo; a list of lists is several paths.',
    example: '[新媒体, 36kr, 资讯]',
  },
  tags: { shape: 'names', description: 'Subjects, in no order.', example: '[桥梁, 交通]' },
  author: { shape: 'names', description: 'Who wrote it: one name, or a list.', example: '张三' },
  thumbnail: {
    shape: 'address-or-path',
    description:
      'The picture on cards and above the text. Default: the first of the body that is large enough, else a drawn one.',
    example: '/media/bridge.jpg',
  },
  headimg: {
    shape: 'address-or-path',
    description: 'What Hexo’s themes call the thumbnail. `thumbnail` wins.',
    example: '/media/bridge.jpg',
  },
  excerpt: {
    shape: 'text',
    description: 'The summary on cards and in feeds, plain text. Default: the beginning of the body.',
    example: '三年之后，桥上通车。',
  },
  description: {
    shape: 'text',
    description: 'Another name of `excerpt`, which wins.',
    example: '三年之后，桥上通车。',
  },
  source: {
    shape: 'address',
    description:
      'Where the article was first published. It is credited, and relative addresses in the body are relative to it.',
    example: 'https://news.example.com/2024/bridge.html',
  },
  lang: {
    shape: 'language',
    description: 'Language of the article. Default: that of the site.',
    example: 'en',
  },
  slug: {
    shape: 'text',
    description: 'The end of its address: /p/SLUG/. Default: a digest of the file’s path.',
    example: 'bridge',
  },
  permalink: {
    shape: 'path',
    description: 'Its whole address, in the site. It wins over `abbrlink` and `slug`.',
    example: '/2024/bridge/',
  },
  abbrlink: {
    shape: 'text',
    description: 'Hexo’s short link: /p/ABBRLINK.html. It wins over `slug`.',
    example: '4a17b156',
  },
  aliases: {
    shape: 'paths',
    description: 'Old addresses that send readers here.',
    example: '[/2023/old-bridge/]',
  },
  draft: {
    shape: 'switch',
    description: 'true holds the article back; `npm run dev` shows it.',
    example: 'true',
  },
  published: { shape: 'switch', description: 'false holds the article back, as in Hexo.', example: 'false' },
  comments: {
    shape: 'switch',
    description: 'Whether readers may comment, where the site lets them.',
    example: 'false',
  },
  toc: {
    shape: 'switch',
    description: 'Whether an outline is shown. Default: when there are headings enough.',
    example: 'true',
  },
  pinned: { shape: 'switch-or-rank', description: 'Whether it leads the front page.', example: 'true' },
});
