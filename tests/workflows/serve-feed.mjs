/** Serves a feed at /feed.xml and nothing else, in a process of its own: the test waits for commands meanwhile. Prints its port. */
import { createServer } from 'node:http';

const item = (id, title) =>
  `<item><title>${title}</title><guid>${id}</guid><link>https://news.example.com/${id}</link><pubDate>Sat, 01 Jan 2022 08:00:00 GMT</pubDate><description>正文</description></item>`;
const feed = `<rss version="2.0"><channel><title>晨报</title>${item(1, '今天')}${item(2, '明天')}</channel></rss>`;

const server = createServer((request, response) => {
  if (request.url === '/feed.xml') response.setHeader('Content-Type', 'application/rss+xml').end(feed);
  else response.writeHead(500).end();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
