import { escape, link } from '../markup.js';

export const data = {
  layout: 'base.11ty.js',
  indexes: [
    { title: '分类', url: '/categories/' },
    { title: '归档', url: '/archives/' },
    { title: '作者', url: '/authors/' },
    { title: '标签', url: '/tags/' },
  ],
  pagination: { data: 'indexes', size: 1, alias: 'index' },
  permalink: ({ index }) => index.url,
  eleventyComputed: { title: ({ index }) => index.title },
  eleventyExcludeFromCollections: true,
};

export const render = ({ index, collections }) => {
  const terms = collections.terms.filter(({ url }) => url.startsWith(index.url));
  terms.sort((a, b) => (a.url < b.url ? -1 : 1));
  return `<h1>${escape(index.title)}</h1>
<ul>
${terms.map(({ url, title, count }) => `<li>${link(url, title)} ${count}</li>`).join('\n')}
</ul>`;
};
