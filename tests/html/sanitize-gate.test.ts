import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OUTPUT_ATTRIBUTES } from '../../src/html/output-policy.ts';
import { createSanitizeGate } from '../../src/html/sanitize-gate.ts';

const { sanitize: gate, passes } = createSanitizeGate(['player.bilibili.com']);

describe('createSanitizeGate', () => {
  it('passes what the policy lists, unchanged', () => {
    const html =
      '<p id="h-x">a &amp; b&nbsp;&lt; <a href="https://e.example/" rel="noopener nofollow">c</a><br><img src="/a.png" alt=""></p>' +
      '<pre><code class="language-js">x</code></pre><iframe src="https://player.bilibili.com/x" title="t" allowfullscreen=""></iframe>';
    assert.equal(gate(html), html);
  });

  it('takes out what cleaning must never have let through', () => {
    assert.equal(gate('<p onclick="x" style="y">a<script>b</script></p>'), '<p>a</p>');
    assert.equal(gate('<a href="javascript:x">a</a>'), '<a>a</a>');
    assert.equal(gate('<a href="//e.example/">a</a>'), '<a>a</a>');
    assert.equal(gate('<img src="data:image/png;base64,AA" alt="">'), '<img alt="">');
    assert.equal(gate('<iframe src="https://evil.example/"></iframe>'), '<iframe></iframe>');
    assert.equal(gate('<svg><p>a</p></svg>'), '<p>a</p>');
    assert.equal(gate('<p class="admin">a</p>'), '<p>a</p>');
  });

  it('passes a body of which nothing would be taken out', () => {
    assert.equal(
      passes([
        '<p>一 &lt;b&gt;</p>',
        '<p>二<br>三</p>',
        '<figure><img src="/a.png" alt="&lt;x&gt;"></figure>',
      ]),
      true,
    );
    assert.equal(passes([]), true);
  });

  it('refuses a body of which anything would be taken out, wherever it stands', () => {
    for (const block of [
      '<p>一<script>x</script></p>',
      '<p onclick="x">一</p>',
      '<p>一<b onx="y">二</b></p>',
      '<a href="javascript:x">一</a>',
      '<p>一<img src="x:y" alt=""></p>',
      '<p>一<!-- x --></p>',
      '<div>一</div>',
      '<p>一 < 二</p>',
    ]) {
      assert.equal(passes(['<p>一</p>', block, '<p>二</p>']), false, block);
    }
  });

  it('says of a body’s shapes what it would say of the body whole, whatever it has seen before', () => {
    const name = fc.constantFrom('p', 'a', 'img', 'video', 'iframe', 'div', 'td', 'h2', 'source', 'form');
    const attribute = fc.constantFrom(
      ...[
        'href',
        'src',
        'poster',
        'alt',
        'id',
        'title',
        'class',
        'onload',
        'width',
        'datetime',
        'srcset',
        'action',
      ],
    );
    const value = fc.oneof(
      fc
        .array(
          fc.constantFrom(
            ...[
              'http://',
              'https://',
              'HTTPS:',
              '//',
              '/',
              '\\',
              'javascript:',
              'java',
              'script:',
              'data:',
              'e.example',
              ':',
              '@',
            ],
            ...[
              'player.bilibili.com',
              '&amp;',
              '&amp;',
              'a&amp;#x3c;',
              '&lt;',
              '&#58;',
              ' alt=',
              ' src=',
              ' x=',
              '\t',
              '\n',
              '\x01',
              '<!--',
              '-->',
              '?',
              '#',
              '%2f',
              '一',
              ' ',
            ],
          ),
          { maxLength: 5 },
        )
        .map((parts) => parts.join('').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[<>"]/g, '')),
    );
    const block = fc
      .tuple(name, fc.array(fc.tuple(attribute, value), { maxLength: 3 }), fc.constantFrom('', '一', '&lt;x'))
      .map(([tag, attributes, text]) => {
        const start = `<${tag}${attributes.map(([key, of]) => ` ${key}="${of}"`).join('')}>`;
        if (tag === 'img' || tag === 'source') return start;
        // What is in a frame is no text of ours: cleaning leaves frames empty.
        return `${start}${tag === 'iframe' ? '' : text}</${tag}>`;
      });
    let refused = 0;
    const { sanitize, passes: remembers } = createSanitizeGate(['player.bilibili.com']);
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
        const whole = blocks.every((html) => sanitize(html) === html);
        refused += whole ? 0 : 1;
        assert.equal(remembers(blocks), whole);
        assert.equal(remembers(blocks), whole);
      }),
      { numRuns: 5000 },
    );
    assert.ok(refused > 500 && refused < 4900, `${refused} refused`);
  });

  it('does not touch the options that sanitize-html shares between its users', async () => {
    const { default: sanitizeHtml } = await import('sanitize-html');
    const before = JSON.stringify(sanitizeHtml.defaults);
    createSanitizeGate(['x.example']).sanitize('<p onclick="x">a</p>');
    assert.equal(JSON.stringify(sanitizeHtml.defaults), before);
  });
});

describe('OUTPUT_ATTRIBUTES', () => {
  it('lists nothing that runs, styles, submits, loads unasked or is parsed as text', () => {
    for (const name of [
      'script',
      'style',
      'link',
      'meta',
      'base',
      'object',
      'embed',
      'form',
      'input',
      'svg',
      'math',
      'noscript',
      'template',
      'textarea',
      'select',
      'title',
      'xmp',
      'plaintext',
      'noembed',
      'noframes',
    ]) {
      assert.ok(!Object.hasOwn(OUTPUT_ATTRIBUTES, name), name);
    }
    for (const attributes of Object.values(OUTPUT_ATTRIBUTES)) {
      for (const attribute of attributes) {
        assert.doesNotMatch(
          attribute,
          /^on|^style$|^name$|^srcset$|^srcdoc$|^target$|^ping$|^formaction$|^background$|:/,
        );
      }
    }
  });
});
