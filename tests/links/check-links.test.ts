import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLinks, describeLinkFault, type LinkReport } from '../../src/links/check-links.ts';

/** Checks a site of some files, at https://n.example/news/. */
function check(files: Readonly<Record<string, string>>, url = 'https://n.example/news/'): LinkReport {
  const all: Record<string, string> = { 'index.html': '', ...files };
  return checkLinks({ url, files: new Set(Object.keys(all)) }, (file) => all[file]!);
}

/** `rule url` of each fault of one page. */
const faultsOf = (html: string, files: Readonly<Record<string, string>> = {}) =>
  check({ ...files, 'p/a/index.html': html }).faults.map(({ rule, url }) => `${rule} ${url}`);

const PAGE = {
  'p/桥/index.html': '<h2 id="一 二">',
  'about/index.html': '',
  'media/a.png': '',
  'old.html': '',
};

describe('checkLinks', () => {
  it('finds nothing wrong with links that lead somewhere', () => {
    const good = [
      '<a href="/news/">',
      '<a href="">',
      '<a href="#">',
      '<a href="#top">',
      '<a href="?q=1">',
      '<a href="../桥/">',
      '<a href="/news/p/%E6%A1%A5/">',
      '<a href="/news/p/桥/#一 二">',
      '<a href="/news/p/%E6%A1%A5/#%E4%B8%80%20%E4%BA%8C">',
      '<a href="https://n.example/news/old.html?x#:~:text=y">',
      '<a href="//n.example/news/about/">',
      '<a href="HTTPS://N.EXAMPLE/news/">',
      '<img src="/news/media/a.png" srcset="/news/media/a.png 1x, /news/media/a.png 2x">',
      '<a href="mailto:a@n.example">',
      '<a href="tel:1">',
      '<img src="data:image/gif;base64,R0">',
      '<a href="https://other.example/none">',
      '<p id="x"><a href="#x">',
      '<a name="y" href="#y">',
    ];
    assert.deepEqual(faultsOf(good.join('\n'), PAGE), []);
  });

  it('finds links to pages that are not there', () => {
    assert.deepEqual(
      faultsOf(
        '<a href="/news/none/"><a href="../b/"><a href="https://n.example/news/none.html"><iframe src="/news/x/">',
      ),
      [
        'broken-link /news/none/',
        'broken-link ../b/',
        'broken-link https://n.example/news/none.html',
        'broken-link /news/x/',
      ],
    );
    assert.deepEqual(faultsOf('<a href="/news/p/BRIDGE/">', { 'p/bridge/index.html': '' }), [
      'broken-link /news/p/BRIDGE/',
    ]);
  });

  it('finds anchors that are not there, in the page itself and in others', () => {
    assert.deepEqual(
      faultsOf('<a href="#none"><a href="/news/p/桥/#none"><a href="/news/p/a/#self">', PAGE),
      ['broken-anchor #none', 'broken-anchor /news/p/桥/#none', 'broken-anchor /news/p/a/#self'],
    );
  });

  it('finds files that are not there, wherever a page names them', () => {
    const names = [
      '<img src="/news/1.png">',
      '<img srcset="/news/2.png 1x, /news/3.png 2x">',
      '<script src="/news/4.js"></script>',
      '<link rel="stylesheet" href="/news/5.css">',
      '<video poster="/news/6.png">',
      '<source src="/news/7.mp4">',
      '<meta property="og:image" content="https://n.example/news/8.png">',
      '<svg><use href="/news/9.svg#x"/></svg>',
      '<link rel="icon" href="/news/10.svg">',
    ];
    assert.deepEqual(
      faultsOf(names.join('')).map((fault) => /^missing-asset \S*?(\d+)\./.exec(fault)?.[1]),
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    );
  });

  it('checks what the head says of the page: canonical, alternates, the address of a redirect', () => {
    assert.deepEqual(
      faultsOf(
        '<link rel="canonical" href="https://n.example/news/c/"><link rel="alternate" type="application/rss+xml" href="/news/feed.xml"><meta http-equiv="refresh" content="0; url=/news/r/"><meta property="og:url" content="https://n.example/news/o/"><link rel="preconnect" href="/x">',
      ),
      [
        'broken-link https://n.example/news/c/',
        'broken-link /news/feed.xml',
        'broken-link /news/r/',
        'broken-link https://n.example/news/o/',
      ],
    );
  });

  it('warns of links that a host has to send on, and of those out of the site', () => {
    assert.deepEqual(faultsOf('<a href="/news/about"><a href="/about/"><a href="/newsroom/">', PAGE), [
      'missing-slash /news/about',
      'outside-site /about/',
      'outside-site /newsroom/',
    ]);
  });

  it('refuses what is no address, and what runs', () => {
    assert.deepEqual(
      faultsOf(
        '<a href="http://"><a href="javascript:alert(1)"><a href="/news/%E6%"><a href=" JAVASCRIPT:x">',
      ),
      [
        'invalid-link http://',
        'invalid-link javascript:alert(1)',
        'invalid-link /news/%E6%',
        'invalid-link JAVASCRIPT:x',
      ],
    );
  });

  it('takes no text for a link', () => {
    const html =
      '<script>"<a href=\'/news/none/\'>"</script><style>a{}</style><!-- <a href="/news/none/"> --><pre>&lt;a href="/none"&gt;</pre><title><a href="/news/none/"></title>';
    assert.deepEqual(faultsOf(html), []);
  });

  it('checks feeds, sitemaps, lists of feeds, style sheets, manifests and robots.txt', () => {
    const { faults } = check({
      'feed.xml':
        '<rss><channel><link>https://n.example/news/</link><item><link>https://n.example/news/1/</link><enclosure url="https://n.example/news/2.mp3"/><content:encoded>&lt;img src="https://n.example/news/3.png"&gt;</content:encoded></item></channel></rss>',
      'atom.xml':
        '<feed><link href="https://n.example/news/4/"/><entry><content type="html">&lt;a href="https://n.example/news/5/"&gt;</content></entry></feed>',
      'sitemap.xml':
        '<urlset><url><loc>https://n.example/news/6/</loc><image:image><image:loc>https://n.example/news/7.png</image:loc></image:image></url></urlset>',
      'feeds.opml':
        '<opml><outline xmlUrl="https://n.example/news/8.xml" htmlUrl="https://n.example/news/"/></opml>',
      'assets/a.css':
        '@import url("/news/9.css"); a { background: url(10.png) } b { background: url(data:image/png;base64,x) }',
      'feed.json':
        '{"items":[{"url":"https://n.example/news/11/","content_html":"<img src=\\"/news/12.png\\">"}]}',
      'manifest.webmanifest': '{"start_url":"/news/","icons":[{"src":"/news/13.png"}]}',
      'robots.txt': 'User-agent: *\nSitemap: https://n.example/news/14.xml\n',
      'search/index.json': '{"url":"/none"}',
    });
    const numbers = faults.map(({ url }) => Number(/(\d+)/.exec(url)?.[1])).sort((a, b) => a - b);
    assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });

  it('tells what is broken in many places once, with the first places and their number', () => {
    const pages = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`p/${index}/index.html`, '\n <a href="/news/none/">']),
    );
    const { faults, links, files } = check(pages);
    assert.equal(faults.length, 1);
    assert.deepEqual([faults[0]?.count, faults[0]?.places.length, links, files], [30, 10, 30, 31]);
    assert.deepEqual(faults[0]?.places[0], { file: 'p/0/index.html', line: 2, column: 2 });
    const diagnostic = describeLinkFault(faults[0]!, (file) =>
      file === 'p/0/index.html' ? 'content/articles/a.md' : undefined,
    );
    assert.equal(diagnostic.severity, 'error');
    assert.match(
      diagnostic.message,
      /^"\/news\/none\/": A link leads .* It is there 30 times\. Written in content\/articles\/a\.md\.$/,
    );
  });

  it('lists the pages of other sites that are linked to, each once', () => {
    const { external } = check({
      'a.html':
        '<a href="https://o.example/x#y"><a href="https://o.example/x#y"><img src="https://o.example/i.png">',
    });
    assert.deepEqual([...external], [['https://o.example/x#y', 'a.html']]);
  });
});
