import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { convertShortcodes } from '../../../src/import/wordpress/convert-shortcodes.ts';

const gallery = {
  attachments: new Map([
    ['7', 'https://n.example/7.jpg'],
    ['8', 'https://n.example/8.jpg'],
  ]),
  own: ['8'],
};
const convert = (html: string) => convertShortcodes(html, gallery).html.trim();

describe('convertShortcodes', () => {
  it('makes figures of captions', () => {
    assert.equal(
      convert('[caption id="a" width="300"]<a href="x"><img src="y"></a> 一座 <b>桥</b>[/caption]'),
      '<figure><a href="x"><img src="y"></a><figcaption>一座 <b>桥</b></figcaption></figure>',
    );
    assert.equal(
      convert('[caption caption="一 & 二"]<img src="y">[/caption]'),
      '<figure><img src="y"><figcaption>一 &amp; 二</figcaption></figure>',
    );
  });

  it('shows the pictures of a gallery: those that it names, or the post’s own', () => {
    assert.equal(
      convert('[gallery ids="7, 9"]'),
      '<figure><img src="https://n.example/7.jpg" alt=""></figure>',
    );
    assert.equal(
      convert('[gallery columns="2"]'),
      '<figure><img src="https://n.example/8.jpg" alt=""></figure>',
    );
  });

  it('plays what is embedded, and links what has no player', () => {
    const player = '<iframe src="https://www.youtube.com/embed/abcdefgh"></iframe>';
    assert.equal(convert('[embed]https://www.youtube.com/watch?a=b&amp;v=abcdefgh[/embed]'), player);
    assert.equal(convert('https://youtu.be/abcdefgh'), player);
    assert.equal(
      convert('<div class="wp-block-embed__wrapper">\nhttps://youtu.be/abcdefgh\n</div>').replace(/\n/g, ''),
      `<div class="wp-block-embed__wrapper">${player}</div>`,
    );
    assert.equal(convert('[youtube https://youtu.be/abcdefgh]'), player);
    assert.equal(convert('https://n.example/a?b=1&c="'), 'https://n.example/a?b=1&c="');
    assert.equal(
      convert('https://n.example/a?b=1&c'),
      '<p><a href="https://n.example/a?b=1&amp;c">https://n.example/a?b=1&amp;c</a></p>',
    );
    assert.equal(convert('见 https://n.example/a 。'), '见 https://n.example/a 。');
  });

  it('plays recordings', () => {
    assert.equal(
      convert('[audio mp3="https://n.example/a.mp3"][/audio]'),
      '<audio controls src="https://n.example/a.mp3"></audio>',
    );
    assert.equal(
      convert('[video src="https://n.example/a.mp4" width=300]'),
      '<video controls src="https://n.example/a.mp4"></video>',
    );
  });

  it('shows a shortcode that is to be read', () => {
    assert.equal(convert('[[gallery]] [1] [note]'), '[gallery] [1] [note]');
  });

  it('leaves those of plugins, and names them once', () => {
    const html = '[su_box title="a"]一[/su_box] [su_box title="b"]二[/su_box] [tip]三[/tip] [1] [注意]';
    assert.deepEqual(convertShortcodes(html, gallery), { html, unknown: ['su_box', 'tip'] });
  });
});
