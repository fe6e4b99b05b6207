import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/content/article.ts';
import { parseText, publish } from './parse-text.ts';

/** Pieces of front matter, whole and broken. */
const piece = fc.constantFrom(
  '---\n',
  '---js\n',
  '---json\n',
  ';;;\n',
  '+++\n',
  '...\n',
  '\ufeff',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\0',
  '\u202e',
  'title: ',
  'title:',
  'title：',
  'date: ',
  'date: 2024-03-01\n',
  'categories:\n',
  'tags: ',
  '__proto__: ',
  'draft: ',
  'layout: ',
  ' - ',
  '- - ',
  '["',
  '{',
  '}',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
  '!t ',
  '|\n',
  '>\n',
  '# ',
  ': ',
  ',',
  '<<: ',
  '? ',
  '%',
  '@',
  '`',
  '一座桥',
  'x',
  'Invalid Date',
  '2024-02-31',
  '1e999',
  '&#123;',
  '&nbsp;',
  '<div>',
  '</div>',
  '<!--',
  '{{',
  '{%',
  '<script>',
  '\ud83d',
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Holds every promise of the type `Article` that its fields do not show. */
function assertSound(article: Article): void {
  const texts = [
    article.title,
    ...article.tags,
    ...article.authors,
    ...article.aliases,
    ...article.categories.flat(),
  ];
  for (const optional of [article.excerpt, article.slug, article.permalink, article.abbrlink]) {
    if (optional !== undefined) texts.push(optional);
  }
  for (const text of texts) {
    assert.notEqual(text, '');
    assert.doesNotMatch(text, /[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
  }
  assert.ok(Number.isInteger(article.date));
  assert.ok(article.updated === undefined || article.updated >= article.date);
  assert.ok(article.categories.every((path) => path.length > 0));
  for (const url of [article.thumbnail, article.sourceUrl])
    assert.ok(url === undefined || /^(?:https?:\/\/|\/(?!\/))/.test(url));
  assert.ok(article.bodyLine >= 1);
  assert.deepEqual(structuredClone(article), article);
}

function assertHandled(input: string | Uint8Array): void {
  for (const options of [{}, { fallbackDate: 1_700_000_000_000 }]) {
    const parsed = parseText(input, options);
    if (parsed.ok) assertSound(parsed.article);
    assert.equal(parsed.ok, !parsed.diagnostics.some(({ severity }) => severity === 'error'));
    for (const { line, column, message, hint } of parsed.diagnostics) {
      assert.ok(line >= 1 && column >= 1);
      assert.match(message, /[.?"]$/);
      assert.ok(hint);
      assert.doesNotMatch(message, /[\0-\x1f\x7f\u202e]/);
    }
  }
}

describe('parseArticle, whatever the file holds', () => {
  it('publishes or quarantines any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), assertHandled), { numRuns: 1500 });
  });

  it('publishes or quarantines any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), assertHandled), { numRuns: 1500 });
  });

  it('publishes or quarantines any mixture of pieces', () => {
    fc.assert(fc.property(soup, assertHandled), { numRuns: 4000 });
  });

  it('publishes any mixture of pieces between fences that has a date in its name', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'title: ',
            'tags:\n',
            ' - ',
            '"',
            "'",
            ': ',
            '\n',
            '一',
            '&',
            '*',
            '[',
            '{',
            '#',
            '@',
            '\t',
          ),
        ),
        (parts) => {
          const text = `---\n${parts.join('')}\n---\n正文`;
          const parsed = parseText(text, { path: '2024-03-01-name.md' });
          assert.ok(parsed.ok, JSON.stringify([text, parsed.diagnostics]));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('gives the same article every time', () => {
    fc.assert(
      fc.property(soup, (text) => assert.deepEqual(parseText(text), parseText(text))),
      { numRuns: 300 },
    );
  });
});

describe('values that are written as YAML and JSON can hold them', () => {
  const value = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => /[!-~]/.test(text) && !text.includes('&'));
  const clean = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('come out as they went in, through JSON', () => {
    fc.assert(
      fc.property(value, fc.uniqueArray(value.map(clean)), (title, tags) => {
        const article = publish(`---json\n${JSON.stringify({ title, tags, date: '2024-03-01' })}\n---\nx`);
        assert.equal(article.title, clean(title));
        assert.deepEqual(article.tags, tags);
      }),
    );
  });

  it('come out as they went in, through quoted YAML', () => {
    fc.assert(
      fc.property(value, (title) => {
        const single = publish(`---\ntitle: '${title.replaceAll("'", "''")}'\ndate: 2024-03-01\n---\nx`);
        const double = publish(`---\ntitle: ${JSON.stringify(title)}\ndate: 2024-03-01\n---\nx`);
        assert.equal(single.title, clean(title));
        assert.equal(double.title, clean(title));
      }),
    );
  });

  it('come out as they went in, through text without quotes, if YAML or repair reads it', () => {
    fc.assert(
      fc.property(value, (raw) => {
        const title = clean(raw);
        // What these mean to YAML, or to us, is not the text itself.
        fc.pre(!/^["'|>~#]|^null$| #|^&|["']$/i.test(title) && title !== '');
        assert.equal(publish(`---\ntitle: ${title}\ndate: 2024-03-01\n---\nx`).title, title);
      }),
      { numRuns: 1000 },
    );
  });
});
