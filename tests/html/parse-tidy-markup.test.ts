import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as htmlNames, parseFragment } from 'parse5';
import { parseTidyMarkup } from '../../src/html/parse-tidy-markup.ts';
import { hostileHtml } from '../hostile/hostile-html.ts';
import { readHostileCases } from '../hostile/read-cases.ts';

const NO_LIMITS = { elements: 10_000, attributes: 1000, images: 1000, depth: 500 };

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Nodes without their parents, which the tidy tree does not name. */
function describeNodes(nodes: readonly Node[]): unknown {
  return nodes.map((node) => {
    const { parentNode: _parent, ...rest } = node as DefaultTreeAdapterTypes.Element;
    return 'childNodes' in node ? { ...rest, childNodes: describeNodes(node.childNodes) } : rest;
  });
}

function parseAsBrowsersDo(html: string): unknown {
  const context = defaultTreeAdapter.createElement('div', htmlNames.NS.HTML, []);
  return describeNodes(parseFragment(context, html, {}).childNodes);
}

function parseTidy(html: string, limits = NO_LIMITS): unknown {
  const nodes = parseTidyMarkup(html, limits, () => {});
  return nodes && describeNodes(nodes);
}

function assertSame(html: string): void {
  assert.deepEqual(parseTidy(html), parseAsBrowsersDo(html), html);
}

function assertLeft(html: string): void {
  assert.equal(parseTidy(html), undefined, html);
}

describe('parseTidyMarkup', () => {
  for (const html of [
    '<div>\n<p data-vmark="2bdb">港口<a class="project-link" href="https://e.example/?a&amp;b">码头</a>。</p>\n</div>',
    '<P CLASS="a" Class=\'b\'>x</P>',
    '<p>a &lt; b &amp; c&nbsp;d &amp d &unknown; &#x4e2d;&#128;&#0;</p>',
    '<a href="?a&copy=1&copy;&lt" title="&#x80;">x</a>',
    '<ul><li>a<ol><li>b</li></ol></li> <li>c</li></ul>',
    '<dl><dt>a</dt><dd><p>b</p></dd></dl>',
    '<table border>\n<caption>c</caption><colgroup><col><col width="1"/></colgroup><thead><tr><th>a</th></tr></thead>\n<tbody> <tr><td><p>b</p></td></tr></tbody></table>',
    '<table><tbody><tr><td><table><tbody><tr><td>b</td></tr></tbody></table>c</td></tr></tbody></table>',
    '<pre>\n\n  <code>x\r\ny</code></pre>',
    '<strong><p>a</p><strong><strong><strong>b</strong></strong></strong></strong>c',
    '<h2>a</h2><blockquote><h3>b</h3></blockquote>',
    'x<br>y<br/>z<img src="a.png" alt /><hr>',
    '<!-- a - b --><!----><p>x<!--y-->z</p>',
    '<iframe src="https://e.example/"></iframe><iframe>a<b>&amp;</iframe><style>p > a { }</style>',
    '<video controls><source src="a.mp4"></video>',
    '\ufeff\ud800<p>\udc00\u0001\u{20000}\r</p>',
    '',
  ]) {
    it(`reads as a browser does: ${JSON.stringify(html)}`, () => assertSame(html));
  }

  for (const [html, why] of [
    ['<p>a', 'an element that is not closed'],
    ['<p>a</div></p>', 'an end tag of something else'],
    ['<p>a</p >', 'space in an end tag'],
    ['<b><i>a</b></i>', 'misnested formatting'],
    ['<p>a<div>b</div></p>', 'a block in a paragraph'],
    ['<p><span><p>a</p></span></p>', 'a paragraph in a paragraph'],
    ['<a href="x"><b><a href="y">z</a></b></a>', 'a link in a link'],
    ['<h2>a<h3>b</h3></h2>', 'a heading in a heading'],
    ['<li>a</li>', 'an item outside of a list'],
    ['<ul><li>a<li>b</li></li></ul>', 'an item in an item'],
    ['<ul><div><li>a</li></div></ul>', 'an item that is not right in its list'],
    ['<table><tr><td>a</td></tr></table>', 'a row without its group'],
    ['<table>a<tbody></tbody></table>', 'text in a table'],
    ['<table>&#32;<tbody></tbody></table>', 'a reference in a table'],
    ['<table><tbody><tr><p>a</p></tr></tbody></table>', 'a paragraph in a row'],
    ['<td>a</td>', 'a cell outside of a row'],
    ['<div/>a', 'a closed start tag'],
    ['<p class=a>b</p>', 'a bare value'],
    ['<p a="b"c="d">e</p>', 'no space between attributes'],
    ['<p a = "b">c</p>', 'space before a value'],
    ['<p <b>a</p>', 'a tag in a tag'],
    ['a < b', 'a bare <'],
    ['<p>\0</p>', 'NUL'],
    ['<pre>&#10;a</pre>', 'a reference where a line feed is left out'],
    ['<!--> a -->', 'an abrupt comment'],
    ['<!-- a --!> b -->', 'a comment that ends in another way'],
    ['<!doctype html>', 'a declaration'],
    ['<style></p></style>', 'another end tag in raw text'],
    ['<iframe>', 'raw text without an end'],
    ['<svg></svg>', 'vector content'],
    ['<script>a</script>', 'script'],
    ['<x-a>b</x-a>', 'an element it does not know'],
    ['<button>a</button>', 'a button'],
  ] as const) {
    it(`leaves ${why} to parse5: ${JSON.stringify(html)}`, () => assertLeft(html));
  }

  it('leaves what is over a limit to parse5', () => {
    const html = '<div a b><p><img></p><img></div>';
    assert.notEqual(parseTidy(html, { elements: 4, attributes: 2, images: 2, depth: 2 }), undefined);
    assert.equal(parseTidy(html, { ...NO_LIMITS, elements: 3 }), undefined);
    assert.equal(parseTidy(html, { ...NO_LIMITS, attributes: 1 }), undefined);
    assert.equal(parseTidy(html, { ...NO_LIMITS, images: 1 }), undefined);
    assert.equal(parseTidy(html, { ...NO_LIMITS, depth: 1 }), undefined);
  });

  it('names the links, in order', () => {
    const links: string[] = [];
    parseTidyMarkup(
      '<a href="#x">a</a><p><a href="#y">b</a><i href="#z">c</i></p>',
      NO_LIMITS,
      (attributes) => links.push(...attributes.map(({ value }) => value)),
    );
    assert.deepEqual(links, ['#x', '#y']);
  });
});

const NAMES =
  'a b strong em span code font p div section h2 h3 ul ol li dl dt dd blockquote figure figcaption pre table caption colgroup col thead tbody tr td th br img hr iframe style svg button script nobr'.split(
    ' ',
  );

/** Elements in each other, most of them where they belong, with what parsers differ about strewn in. */
const markup = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    {
      weight: 2,
      arbitrary: fc.constantFrom('文字', ' ', '\n', 'a b', '&amp;', '&nbsp;', '&#10;', '<!-- x -->', '\r\n'),
    },
    {
      weight: 5,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...NAMES),
          fc.constantFrom('', ' class="x"', " a b='c&lt;'", '/'),
          tie('nodes'),
        )
        .map(([name, attributes, content]) =>
          /^(?:br|img|hr|col)$/.test(name)
            ? `<${name}${attributes}>`
            : `<${name}${attributes}>${content}</${name}>`,
        ),
    },
    {
      weight: 1,
      arbitrary: tie('nodes').map((rows) => `<table><tbody><tr><td>${rows}</td></tr></tbody></table>`),
    },
    { weight: 1, arbitrary: tie('nodes').map((items) => `<ul><li>${items}</li><li>x</li></ul>`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('</p>', '</div>', '<p>', '</a>', '<li>', '<', '&', '"', '\0', '-->'),
    },
  ),
}));

const attacks = readHostileCases()
  .filter(({ format }) => format === 'html')
  .map(({ input }) => input);

describe('parseTidyMarkup beside parse5', () => {
  for (const [what, arbitrary, numRuns] of [
    ['nested markup', markup.nodes, 3000],
    ['hostile markup', hostileHtml(attacks), 500],
  ] as const) {
    it(`reads ${what} as parse5 does, or not at all`, () => {
      fc.assert(
        fc.property(arbitrary, (html) => {
          const tidy = parseTidy(html);
          if (tidy !== undefined) assert.deepEqual(tidy, parseAsBrowsersDo(html));
        }),
        { numRuns },
      );
    });
  }

  it('reads every attack as parse5 does, or not at all', () => {
    for (const html of attacks) if (parseTidy(html) !== undefined) assertSame(html);
  });
});
