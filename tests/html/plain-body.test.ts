import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createBodyCleaner } from '../../src/html/clean-body.ts';
import { readPlainBody } from '../../src/html/plain-body.ts';
import { createUrlResolver } from '../../src/html/resolve-url.ts';
import { hostileArticle, hostilePolicy } from '../hostile/cleaning-policy.ts';
import { harmlessHtml, hostileHtml } from '../hostile/hostile-html.ts';
import { readHostileCases } from '../hostile/read-cases.ts';

const runs = (count: number) => ({ numRuns: Math.ceil(count * Number(process.env.PROPERTY_RUNS ?? 1)) });
const urls = createUrlResolver({ site: new URL(hostilePolicy.siteUrl), basePath: hostilePolicy.basePath });
const attacks = readHostileCases().map(({ input }) => input);

function plain(html: string, limits = hostilePolicy.limits) {
  return readPlainBody(html, { limits, urls });
}

/** Of a body that is taken for plain, cleaning must say nothing, and find the same pictures. */
function assertSilent(html: string, limits = hostilePolicy.limits): void {
  const read = plain(html, limits);
  if (read === undefined) return;
  const cleaned = createBodyCleaner({ ...hostilePolicy, limits })(hostileArticle(html));
  assert.ok(cleaned.ok, `refused: ${cleaned.ok || cleaned.diagnostics[0]?.rule}`);
  assert.deepEqual(cleaned.body.diagnostics, []);
  assert.ok(read.isTagged || cleaned.body.projects.length === 0, 'projects come from nowhere');
}

describe('readPlainBody', () => {
  it('takes what people write for plain', () => {
    const body =
      '<div>\n<!-- wp:paragraph -->\n<p style="text-indent:2em;">桥 &lt; 3 千米，a < b</p>' +
      '<p align="center"><img src="https://img.example/a.jpg" alt="桥" width="640" height=\'480\' /></p>' +
      '<h2 id="x">二</h2><ul><li><a href="/p/b/">桥</a></li><li><a href="#x">二</a></li></ul>' +
      '<table><tr><th>年</th><td>2024</td></tr></table><pre><code>a</code></pre></div>';
    const { images, isTagged } = plain(body) ?? assert.fail('not plain');
    assert.deepEqual(images, [{ src: 'https://img.example/a.jpg', alt: '', width: 640, height: 480 }]);
    assert.equal(isTagged, false);
  });

  it('says where a tagger marked projects', () => {
    assert.equal(plain('<p><a class="project-link" data-id="7" href="x">云杉</a></p>')?.isTagged, true);
  });

  for (const body of [
    '<script>go()</script>',
    '<p onclick="go()">桥</p>',
    '<p style="display:none">桥</p>',
    '<p style="dis&#112;lay:none">桥</p>',
    '<p hidden>桥</p>',
    '<a href="javascript:go()">桥</a>',
    '<a href="bridge.html">桥</a>',
    '<a href="project:7">桥</a>',
    '<img src="bridge.jpg">',
    '<img>',
    '<img src="https://stat.example/pixel.gif" width="1" height="1">',
    '<iframe src="https://video.example/1"></iframe>',
    '<svg></svg>',
    '<P>桥',
    '<p title=桥>',
    '<![CDATA[<p>]]>',
    '<!--><p>-->',
    '<p',
  ]) {
    it(`leaves ${body} to cleaning`, () => assert.equal(plain(body), undefined));
  }

  it('leaves bodies near a limit to cleaning', () => {
    const nested = '<div>'.repeat(20) + '</div>'.repeat(20);
    assert.notEqual(plain(nested), undefined);
    assert.equal(plain(nested, { ...hostilePolicy.limits, depth: 20 }), undefined);
    assert.equal(plain('<p>桥</p>'.repeat(20), { ...hostilePolicy.limits, elements: 20 }), undefined);
    const images = '<img src="/a.png">'.repeat(3);
    assert.equal(plain(images, { ...hostilePolicy.limits, images: 2 }), undefined);
    const spanning = `<a href="https://a.example/${'x'.repeat(3000)}">${'<p>一</p>'.repeat(100)}</a>`;
    assert.equal(plain(spanning), undefined);
  });

  it('takes no body for plain of which cleaning says anything', () => {
    fc.assert(
      fc.property(hostileHtml(attacks), (html) => assertSilent(html)),
      runs(3000),
    );
    fc.assert(
      fc.property(harmlessHtml, (html) => assertSilent(html)),
      runs(1500),
    );
  });

  it('takes none for plain that exceeds a limit', () => {
    const limits = { ...hostilePolicy.limits, depth: 12, elements: 60, images: 3, attributes: 2 };
    fc.assert(
      fc.property(careless, (html) => assertSilent(html, limits)),
      runs(3000),
    );
  });
});

/** Tags that nobody closed, or closed in the wrong order. */
const careless = fc
  .array(
    fc.constantFrom(
      ...['<p>', '</p>', '<b>', '</b>', '<a href="/x">', '</a>', '<i class="a">', '</i>', '<div>', '</div>'],
      ...['<table>', '<tr>', '<td>', '</table>', '<ul>', '<li>', '</ul>', '<h2>', '</h2>', '桥', '<br>'],
      ...['<img src="/a.png">', '<blockquote>', '</blockquote>', '<figure>', '<font color="red">', '<code>'],
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
