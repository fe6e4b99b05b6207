import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeThemeStyle } from '../../src/build/theme-style.ts';

describe('makeThemeStyle', () => {
  it('says nothing where site.yaml says nothing of colours', () => {
    assert.equal(makeThemeStyle({ appearance: 'dark', typeface: 'serif' }), '');
  });

  it('gives the accent to the light themes, and a lighter one to the dark', () => {
    const style = makeThemeStyle({ accent: '#0b57d0' });
    assert.match(style, /^:root,:root\[data-theme=sepia\]\{--accent:#0b57d0\}/);
    assert.match(style, /:root\[data-theme=dark\]\{--accent:#(?!0b57d0)[\da-f]{6}\}/);
    assert.match(style, /@media \(prefers-color-scheme:dark\)\{:root:not\(\[data-theme\]\)\{--accent:#/);
  });

  it('takes the accent of the dark theme from the operator', () => {
    assert.doesNotMatch(makeThemeStyle({ accentDark: '#8ab4f8' }), /sepia/);
    assert.match(makeThemeStyle({ accent: '#0b57d0', accentDark: '#8ab4f8' }), /dark\]\{--accent:#8ab4f8\}/);
  });
});
