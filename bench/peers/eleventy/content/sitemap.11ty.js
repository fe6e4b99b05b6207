import { escape } from '../markup.js';

export const data = { permalink: '/sitemap.xml', eleventyExcludeFromCollections: true };

export const render = ({ collections }) => {
  const pages = [...collections.articles, ...collections.lists];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.map(({ url, date }) => `<url><loc>${escape(`https://bench.example${encodeURI(url)}`)}</loc>${date ? `<lastmod>${date.toISOString()}</lastmod>` : ''}</url>`).join('\n')}
</urlset>
`;
};
