import { categoryUrl, neighboursOf } from '../lists.js';
import { escape, formatDate, link } from '../markup.js';

export const data = { layout: 'base.11ty.js' };

export const render = ({ title, author, categories, thumbnail, content, page, collections }) => {
  const path = categories.map((name, depth) => link(categoryUrl(categories.slice(0, depth + 1)), name));
  const { newer, older } = neighboursOf(collections.articles, page.url);
  return `<nav class="breadcrumb"><a href="/categories/">分类</a> ${path.join(' ')}</nav>
<article>
<h1>${escape(title)}</h1>
<p class="meta"><time datetime="${page.date.toISOString()}">${formatDate(page.date)}</time> ${link(`/authors/${author}/`, author)}</p>
${thumbnail ? `<img src="${escape(thumbnail)}" alt="" referrerpolicy="no-referrer">` : ''}
${content}
</article>
<nav class="neighbours">
${newer ? link(newer.url, newer.data.title) : ''}
${older ? link(older.url, older.data.title) : ''}
</nav>`;
};
