import { categoryUrl, excerptOf } from './lists.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escape(text) {
  return String(text).replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

export function link(url, title) {
  return `<a href="${encodeURI(url)}">${escape(title)}</a>`;
}

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2024-05-01 08:00`. */
export function formatDate(date) {
  return shanghai.format(date);
}

const cards = new WeakMap();

/** An article in a list; the same in each, so it is drawn once. */
export function card(article) {
  if (!cards.has(article)) cards.set(article, drawCard(article));
  return cards.get(article);
}

function drawCard(article) {
  const { title, thumbnail, categories } = article.data;
  const image = thumbnail ? `<img src="${escape(thumbnail)}" alt="" loading="lazy" referrerpolicy="no-referrer">` : '';
  return `<article class="card">
${image}
<h3>${link(article.url, title)}</h3>
<p class="meta">${link(categoryUrl(categories), categories.at(-1))} <time datetime="${article.date.toISOString()}">${formatDate(article.date).slice(0, 10)}</time></p>
<p>${escape(excerptOf(article))}</p>
</article>
`;
}
