import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { load } from 'cheerio';
import { Placeholder } from '../../layouts/components/placeholder.tsx';
import { createView } from '../../layouts/view.ts';
import { contrast } from './contrast.ts';
import { CHROME } from './sample-pages.ts';

const VIEW = createView(CHROME);

function draw(title: string, color = '#3f6fc0') {
  return load((<Placeholder view={VIEW} title={title} color={color} />).html);
}

describe('the drawing for an article without a picture', () => {
  it('is the same for the same title and colour', () => {
    assert.equal(draw('凌晨四点的鱼市').html(), draw('凌晨四点的鱼市').html());
    assert.notEqual(draw('凌晨四点的鱼市').html(), draw('凌晨五点的鱼市').html());
  });

  it('begins with the two first characters, or the first word', () => {
    const glyphs = (title: string) => draw(title)('text').text();
    assert.equal(glyphs('《守灯人》试玩报告'), '守灯');
    assert.equal(glyphs('2022年虫'), '2022');
    assert.equal(glyphs('微软 Exchange'), '微软');
    assert.equal(glyphs('SQLite 的测试'), 'SQLite');
    assert.equal(glyphs('Internationalization'), 'I');
    assert.equal(glyphs('The last lamp'), 'last');
    assert.equal(glyphs('“…”'), '');
  });

  it('keeps long words inside the box of 320', () => {
    for (const title of ['WWWWWWWW', 'SQLite', '凌晨']) {
      const text = draw(title)('text');
      const letters = [...text.text()].length;
      assert.ok(24 + Number(text.attr('font-size')) * letters * (letters <= 2 ? 1 : 0.62) <= 320);
    }
  });

  it('writes in black or white, whichever is seen on the colour', () => {
    for (const color of ['#ffffff', '#ffe000', '#3f6fc0', '#b4532a', '#000000', '#00ff00', '#808080']) {
      const ink = draw('字', color)('text').attr('fill')!;
      assert.ok(contrast(ink.length === 4 ? '#ffffff' : ink, color) >= 3, `${ink} on ${color}`);
    }
  });

  it('is hidden from screen readers, since the title stands beside it', () => {
    assert.equal(draw('字')('svg').attr('aria-hidden'), 'true');
  });
});
