import { excerptOf } from '../lists.js';
import { escape } from '../markup.js';

export const data = { permalink: '/index.xml', eleventyExcludeFromCollections: true };

const cdata = (html) => `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export const render = ({ collections }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>Bench</title>
<link>https://bench.example/</link>
<description>Bench</description>
<language>zh-CN</language>
${collections.articles
  .slice(0, 30)
  .map(
    (article) => `<item>
<title>${escape(article.data.title)}</title>
<link>https://bench.example${encodeURI(article.url)}</link>
<guid>https://bench.example${encodeURI(article.url)}</guid>
<pubDate>${article.date.toUTCString()}</pubDate>
<description>${escape(excerptOf(article))}</description>
<content:encoded>${cdata(article.rawInput)}</content:encoded>
</item>
`,
  )
  .join('')}</channel>
</rss>
`;
