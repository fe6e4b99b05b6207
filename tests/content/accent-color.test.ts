import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { DARK_PAPERS, findIllegible, LIGHT_PAPERS, lightenForDark } from '../../src/content/accent-color.ts';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';

describe('the papers that accents are measured on', () => {
  it('are those of the style sheet', () => {
    const css = readFileSync(path.join(import.meta.dirname, '../../layouts/styles/tokens.css'), 'utf8');
    const papers = [...css.matchAll(/--(?:paper|wash): (#[\da-f]+);/g)].map(([, color]) =>
      color === '#fff' ? '#ffffff' : color,
    );
    assert.deepEqual(new Set(papers), new Set([...LIGHT_PAPERS, ...DARK_PAPERS]));
  });
});

describe('an accent of site.yaml', () => {
  for (const [theme, position, message] of [
    [
      "accent: '#ff9a8f'",
      '2:11',
      /darker colour: its contrast with the paper #f0e6d1 is 1\.\d, and text needs 4\.5/,
    ],
    ["accentDark: '#8c2113'", '2:15', /lighter colour: its contrast with the paper #1e2126 is 1\.\d/],
    ['accent: red', '2:11', /a colour such as "#b3261e"/],
    ['appearance: night', '2:15', /expected/],
  ] as const) {
    it(`is a fault, with its place, in ${theme}`, () => {
      const { config, diagnostics } = parseSiteConfig(`theme:\n  ${theme}\n`, 'site.yaml');
      const [{ line, column, rule, message: said } = assert.fail()] = diagnostics;
      assert.deepEqual([diagnostics.length, `${line}:${column}`, rule], [1, position, 'config-value']);
      assert.match(said, message);
      assert.deepEqual(config.theme, {});
    });
  }

  it('is made lighter for the dark paper until it can be read there', () => {
    for (const accent of ['#0b57d0', '#000000', '#a8171d', '#ffffff']) {
      assert.equal(findIllegible(lightenForDark(accent), DARK_PAPERS), undefined);
    }
    assert.equal(lightenForDark('#ff9a8f'), '#ff9a8f');
  });
});
