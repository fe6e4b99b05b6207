import { card, escape, link } from '../markup.js';

export const data = {
  layout: 'base.11ty.js',
  pagination: { data: 'collections.lists', size: 1, alias: 'list' },
  permalink: ({ list }) => list.url,
  eleventyComputed: { title: ({ list }) => list.title || 'Bench' },
  eleventyExcludeFromCollections: true,
};

export const render = ({ list, collections }) => {
  const tops = list.url === '/' ? collections.terms.filter(({ url }) => /^\/categories\/[^/]+\/$/.test(url)) : [];
  const sections = tops.map(
    ({ url, title, newest }) => `<section><h2>${link(url, title)}</h2>${newest.map(card).join('')}</section>`,
  );
  const pager = `<nav class="pager">
${list.newer ? link(list.newer, '较新') : ''}
<span>${list.number} / ${list.total}</span>
${list.older ? link(list.older, '较早') : ''}
</nav>`;
  return `${list.title ? `<h1>${escape(list.title)}</h1>` : ''}
${sections.join('\n')}
${list.articles.map(card).join('')}
${list.total > 1 ? pager : ''}`;
};
