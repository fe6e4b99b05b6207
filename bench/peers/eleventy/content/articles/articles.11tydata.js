import { toExcerpt } from '../../lists.js';
import { escape } from '../../markup.js';

export default {
  layout: 'article.11ty.js',
  permalink: ({ page }) => `/p/${page.fileSlug}/`,
  eleventyComputed: {
    head: ({ title, thumbnail, page }) =>
      [
        `<meta name="description" content="${escape(toExcerpt(page.rawInput ?? ''))}">`,
        '<meta property="og:type" content="article">',
        `<meta property="og:title" content="${escape(title)}">`,
        `<meta property="og:url" content="https://bench.example${encodeURI(page.url || '')}">`,
        thumbnail ? `<meta property="og:image" content="${escape(thumbnail)}">` : '',
        `<meta property="article:published_time" content="${page.date?.toISOString() ?? ''}">`,
      ].join('\n'),
  },
};
