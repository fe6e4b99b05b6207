// Everything that is a list, as collections for templates to paginate over.
const SIZE = 24;

/** Newest first. */
export function listArticles(api) {
  return api.getFilteredByGlob('content/articles/**/*.html').reverse();
}

/** Terms with their articles, newest first: `[url of the list, title, articles]`. */
function groupArticles(articles) {
  const groups = new Map();
  const enter = (url, title, article) => {
    if (!groups.has(url)) groups.set(url, { url, title, articles: [] });
    groups.get(url).articles.push(article);
  };
  for (const article of articles) {
    const { categories, author } = article.data;
    categories.forEach((title, depth) => enter(categoryUrl(categories.slice(0, depth + 1)), title, article));
    enter(`/authors/${author}/`, author, article);
    const month = monthOf(article.date);
    enter(`/archives/${month}/`, month, article);
  }
  return groups;
}

export function categoryUrl(path) {
  return `/categories/${path.join('/')}/`;
}

export function monthOf(date) {
  return new Date(date.getTime() + 8 * 3600 * 1000).toISOString().slice(0, 7).replace('-', '/');
}

/** Every page of every list. */
export function listLists(api) {
  const articles = listArticles(api);
  const home = { url: '/', title: '', articles };
  return [home, ...groupArticles(articles).values()].flatMap(({ url, title, articles: all }) => {
    const total = Math.ceil(all.length / SIZE);
    const urlOf = (number) => (number === 1 ? url : `${url}page/${number}/`);
    return Array.from({ length: total }, (_, at) => ({
      url: urlOf(at + 1),
      title,
      number: at + 1,
      total,
      articles: all.slice(at * SIZE, (at + 1) * SIZE),
      newer: at > 0 ? urlOf(at) : undefined,
      older: at + 1 < total ? urlOf(at + 2) : undefined,
    }));
  });
}

/** The lists that indexes name, with counts, and the newest of each top category. */
export function listTerms(api) {
  return [...groupArticles(listArticles(api)).values()].map(({ url, title, articles }) => ({
    url,
    title,
    count: articles.length,
    newest: articles.slice(0, 4),
  }));
}

const neighbours = new WeakMap();

/** The articles before and after one in its category. Worked out once for all. */
export function neighboursOf(articles, url) {
  if (!neighbours.has(articles)) {
    const found = new Map();
    const last = new Map();
    for (const article of articles) {
      const key = article.data.categories.join('/');
      const newer = last.get(key);
      found.set(article.url, { newer });
      if (newer !== undefined) found.get(newer.url).older = article;
      last.set(key, article);
    }
    neighbours.set(articles, found);
  }
  return neighbours.get(articles).get(url);
}

const excerpts = new WeakMap();

/** The opening of an article as plain text. */
export function excerptOf(article) {
  if (!excerpts.has(article)) excerpts.set(article, toExcerpt(article.rawInput));
  return excerpts.get(article);
}

export function toExcerpt(html) {
  const text = html.slice(0, 2000).replace(/<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
  return [...text].slice(0, 120).join('');
}
