import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldPath } from '../../src/content/fold-path.ts';
import { createSlugSpace, slugifyTerm } from '../../src/site/term-slug.ts';
import { findSegmentFault } from '../../src/site/url-path.ts';

describe('slugifyTerm', () => {
  for (const [name, slug] of [
    ['新媒体', '新媒体'],
    ['IT 之家', 'IT-之家'],
    ['快科技（原驱动之家）', '快科技（原驱动之家）'],
    ['C/C++', 'C-C++'],
    ['  a \t b\u3000c ', 'a-b-c'],
    ['R&D', 'R&D'],
    ['what? <b>', 'what-b'],
    ['"100%"', '100'],
    ['.hidden', 'hidden'],
    ['v1.2.', 'v1.2'],
    ['e\u0301te\u0301', 'été'],
    ['a\u202eb\u200bc', 'abc'],
    ['🎉', '🎉'],
  ] as const) {
    it(`makes ${JSON.stringify(slug)} of ${JSON.stringify(name)}`, () => {
      assert.equal(slugifyTerm(name), slug);
    });
  }

  for (const name of ['', '.', '..', '???', '\0', '---']) {
    it(`makes a hash of ${JSON.stringify(name)}, of which nothing is left`, () => {
      assert.match(slugifyTerm(name), /^[0-9a-z]{8}$/);
    });
  }

  it('adds a hash to a name that is a device on Windows', () => {
    assert.match(slugifyTerm('con'), /^con-[0-9a-z]{8}$/);
    assert.match(slugifyTerm('LPT1'), /^LPT1-[0-9a-z]{8}$/);
    assert.match(slugifyTerm('nul.html'), /^nul-html-[0-9a-z]{8}$/);
  });

  it('cuts a long name at a code point and adds a hash of the whole', () => {
    const slug = slugifyTerm('𠮷'.repeat(60));
    assert.match(slug, /^𠮷+-[0-9a-z]{8}$/u);
    assert.ok(Buffer.byteLength(slug) <= 200);
    assert.notEqual(slug, slugifyTerm('𠮷'.repeat(61)));
  });

  it('makes one sound segment of any name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('aux.x', 'com1.')),
        (name) => {
          assert.equal(findSegmentFault(slugifyTerm(name)), undefined);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('createSlugSpace', () => {
  it('gives the plain slug to the name that comes first', () => {
    const { claim } = createSlugSpace();
    assert.equal(claim('iPhone'), 'iPhone');
    assert.match(claim('iphone'), /^iphone-[0-9a-z]{8}$/);
    assert.match(claim('ｉＰｈｏｎｅ'), /^ｉＰｈｏｎｅ-[0-9a-z]{8}$/);
    assert.equal(claim('iPhone'), 'iPhone');
  });

  it('tells names apart that lose what differs', () => {
    const { claim } = createSlugSpace();
    assert.equal(claim('C'), 'C');
    assert.match(claim('C#'), /^C-[0-9a-z]{8}$/);
  });

  it('never gives out a reserved segment', () => {
    const { claim } = createSlugSpace(['page']);
    assert.match(claim('Page'), /^Page-[0-9a-z]{8}$/);
  });

  it('is not taken in by a name that looks like another with its hash', () => {
    const twin = createSlugSpace(['x']).claim('x');
    const { claim } = createSlugSpace(['x']);
    assert.equal(claim(twin), twin);
    assert.notEqual(claim('x'), twin);
  });

  it('gives different names different segments, case and Unicode form folded', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'aAé．.-/ page'), maxLength: 6 }),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 30 }), (names) => {
        const { claim } = createSlugSpace(['page']);
        const slugs = names.map((each) => foldPath(claim(each)));
        assert.equal(new Set([...slugs, 'page']).size, names.length + 1);
      }),
    );
  });
});
