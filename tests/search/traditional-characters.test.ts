import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as OpenCC from 'opencc-js';
import { SIMPLIFIED, TRADITIONAL } from '../../src/search/traditional-characters.ts';

/** Pairs that OpenCC leaves to phrases, or leaves alone, and that readers write one for the other. */
const OWN_PAIRS = [
  ['著', '着'],
  ['妳', '你'],
] as const;

const FILE = new URL('../../src/search/traditional-characters.ts', import.meta.url);

describe('traditional characters', () => {
  it('are those that OpenCC turns into one simplified character in use (test:update writes them anew)', () => {
    const pairs = listPairs();
    const traditional = pairs.map(([from]) => from).join('');
    const simplified = pairs.map(([, to]) => to).join('');
    if (process.env.UPDATE_GOLDEN === '1') {
      const source = readFileSync(FILE, 'utf8')
        .replace(/(TRADITIONAL =\s*')[^']*/, `$1${traditional}`)
        .replace(/(SIMPLIFIED =\s*')[^']*/, `$1${simplified}`);
      writeFileSync(FILE, source);
      return;
    }
    assert.equal(TRADITIONAL, traditional);
    assert.equal(SIMPLIFIED, simplified);
  });

  it('lead to a character that leads no further', () => {
    const led = [...SIMPLIFIED].filter((character) => TRADITIONAL.includes(character));
    assert.deepEqual(led, []);
  });
});

/** By code point. */
function listPairs(): [string, string][] {
  const converters = (['t', 'tw', 'hk'] as const).map((from) => OpenCC.Converter({ from, to: 'cn' }));
  const inUse = listGb2312();
  const pairs = new Map<string, string>(OWN_PAIRS);
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    const simplified = converters.map((convert) => convert(character)).find((other) => other !== character);
    if (simplified !== undefined && inUse.has(simplified)) pairs.set(character, simplified);
  }
  for (const [from, to] of pairs) pairs.set(from, pairs.get(to) ?? to);
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The 6,763 characters of GB 2312: all that simplified text is usually made of. */
function listGb2312(): Set<string> {
  const decoder = new TextDecoder('gb18030');
  const characters = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) characters.add(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}
