import { escape, link } from '../markup.js';

const menus = new WeakMap();

/** The same on every page, so it is drawn once. */
function menuOf(terms) {
  if (!menus.has(terms)) {
    const tops = terms.filter(({ url }) => /^\/categories\/[^/]+\/$/.test(url));
    menus.set(terms, tops.map(({ url, title }) => link(url, title)).join('\n'));
  }
  return menus.get(terms);
}

export const render = ({ title, head = '', content, page, collections }) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title ?? 'Bench')} · Bench</title>
<link rel="canonical" href="https://bench.example${encodeURI(page.url)}">
${head}
<link rel="stylesheet" href="/site.css">
<link rel="alternate" type="application/rss+xml" href="/index.xml" title="Bench">
</head>
<body>
<header>
<a href="/">Bench</a>
<nav>${menuOf(collections.terms)}</nav>
</header>
<main>
${content}
</main>
<footer>
<a href="/categories/">分类</a> <a href="/archives/">归档</a> <a href="/authors/">作者</a> <a href="/tags/">标签</a>
</footer>
</body>
</html>
`;
