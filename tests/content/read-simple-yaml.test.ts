import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readSimpleYaml } from '../../src/content/read-simple-yaml.ts';
import { parseYaml } from '../../src/content/read-yaml.ts';

/** Holds the reader to the real parser where it reads at all; says whether it did. */
function agrees(source: string): boolean {
  const node = readSimpleYaml(source, 7);
  if (node === undefined) return false;
  assert.deepEqual({ kind: 'node', node }, parseYaml(source, 7), JSON.stringify(source));
  return true;
}

describe('readSimpleYaml', () => {
  it('reads what scrapers write', () => {
    const source = `
title: '快讯："通车" #1'
categories:${' '}
 - 新媒体
 - 36kr

headimg: 'https://img.example.com/a_b?c=d#e'
author: IT 之家
comments: false
date: Thu, 06 Jan 2022 12:15:33 GMT
thumbnail: ""
url: https://example.com/a#b
empty:
`;
    assert.ok(agrees(source));
    assert.equal(readSimpleYaml(source, 0)?.entries.length, 9);
  });

  it('reads lists without an indent, and CR LF', () => {
    assert.ok(agrees('tags:\r\n- a\r\n- b\r\ntitle: c\r\n'));
  });

  it('leaves everything else to the real parser', () => {
    const others = [
      '',
      '\n',
      'a: b: c',
      'a: b #c',
      'a: [b]',
      'a: &b c',
      "a: 'it''s'",
      'a: "\\n"',
      'a: |\n  b',
      'a: b\n  c',
      ' a: b',
      'a:\n - b\n  - c',
    ];
    const rare = [
      'a:\n - - b',
      'a: b\n - c',
      'a:\n - b: c',
      '# a',
      'a: b\tc',
      'a\u3000: b',
      'a: b\u2028',
      '? a',
      'a:b',
      '- a',
      '中: b',
      'a:\n -\n',
    ];
    for (const source of [...others, ...rare]) assert.equal(readSimpleYaml(source, 0), undefined, source);
  });

  it('agrees with the real parser on whatever it reads', () => {
    const odd = fc.constantFrom(
      ':',
      ': ',
      ' ',
      ' #',
      '#',
      "'",
      '"',
      '\t',
      '&',
      '*',
      '!',
      '|',
      '[',
      '{',
      ',',
      '%',
      '\u3000',
      '\u0085',
      '\ufeff',
      '—',
      '\\',
      '? ',
      '\0',
    );
    const word = fc.constantFrom(
      'x',
      '中文 a',
      "'q'",
      '"d"',
      'http://a/b?c#d',
      '12:30:00 GMT',
      'a:b',
      'a #b',
      'a:',
      '~',
      '',
    );
    const value = fc.oneof(
      { weight: 3, arbitrary: word },
      {
        weight: 1,
        arbitrary: fc.array(fc.oneof(odd, word), { maxLength: 4 }).map((parts) => parts.join('')),
      },
    );
    const key = fc.tuple(fc.constantFrom('a', 'title', 'b-c'), fc.constantFrom(': ', ':  ', ':'), value);
    const item = fc.tuple(fc.constantFrom(' - ', '- ', '  -  ', ' -'), value);
    const line = fc.tuple(
      fc.oneof({ weight: 3, arbitrary: key }, item, fc.tuple(value)),
      fc.constantFrom('\n', '\r\n', ' \n'),
    );
    const source = fc
      .array(line, { maxLength: 5 })
      .map((lines) => lines.map(([parts, end]) => parts.join('') + end).join(''));
    let read = 0;
    fc.assert(
      fc.property(source, (text) => {
        if (agrees(text)) read++;
      }),
      { numRuns: 5000 },
    );
    assert.ok(read > 300, `read only ${read}`);
  });
});
