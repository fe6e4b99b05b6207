import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CATEGORY_PALETTE, drawCategoryColor } from '../../src/site/category-color.ts';

/** Source: WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

describe('drawCategoryColor', () => {
  it('draws the same colour for a name each time', () => {
    assert.equal(drawCategoryColor('新媒体'), drawCategoryColor('新媒体'));
    assert.match(drawCategoryColor(''), /^#[0-9a-f]{6}$/);
  });

  it('uses all of the palette', () => {
    const drawn = new Set(Array.from({ length: 500 }, (_, index) => drawCategoryColor(`分类${index}`)));
    assert.equal(drawn.size, CATEGORY_PALETTE.length);
  });

  for (const color of CATEGORY_PALETTE) {
    it(`can have white text on ${color}, and be seen on a dark page`, () => {
      assert.ok(contrast(color, '#ffffff') >= 4.5, `${contrast(color, '#ffffff')}`);
      assert.ok(contrast(color, '#111111') >= 3, `${contrast(color, '#111111')}`);
    });
  }
});
