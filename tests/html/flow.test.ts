import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanedHtml } from './clean-html.ts';

/** @param cases - What comes in, and what comes out. */
function shape(cases: { readonly [input: string]: string }): void {
  for (const [input, expected] of Object.entries(cases)) assert.equal(cleanedHtml(input), expected, input);
}

describe('Flow: paragraphs', () => {
  it('drops wrappers and keeps what is in them', () => {
    shape({ '<div> <div><section><p>一</p></section></div>\n<p>二</p></div>': '<p>一</p>\n<p>二</p>' });
  });

  it('makes paragraphs of text that stands in a wrapper', () => {
    shape({ '<div>一<p>二</p>三</div>': '<p>一</p>\n<p>二</p>\n<p>三</p>' });
  });

  it('ends a paragraph at two line breaks and keeps a single one', () => {
    shape({
      '<div>一<br>二<br><br>三<br>\n<br>\n四</div>': '<p>一<br>二</p>\n<p>三</p>\n<p>四</p>',
      '<p>一<br>&nbsp;<br>二</p>': '<p>一</p>\n<p>二</p>',
    });
  });

  it('drops line breaks at the ends of a paragraph', () => {
    shape({ '<p><br>一<br></p><p><br></p>': '<p>一</p>' });
  });

  it('drops empty paragraphs and empty formatting', () => {
    shape({ '<p></p><p>&nbsp;</p><p><span> </span></p><p><b></b>一<i></i></p>': '<p>一</p>' });
  });

  it('strips indents made of no-break or full-width spaces', () => {
    shape({ '<p>　　一</p><p>&nbsp;&nbsp;二&nbsp;</p>': '<p>一</p>\n<p>二</p>' });
  });

  it('collapses white space, and drops it between Chinese characters', () => {
    shape({
      '<p>one\n  two\t three</p>': '<p>one two three</p>',
      '<p>中文\n中文，\n中文</p>': '<p>中文中文，中文</p>',
    });
  });

  it('keeps no-break spaces inside of a text', () => {
    shape({ '<p>100&nbsp;km</p>': '<p>100&nbsp;km</p>' });
  });

  it('carries formatting and links into each of the paragraphs that they span', () => {
    shape({
      '<b><p>一</p><p>二</p></b>': '<p><strong>一</strong></p>\n<p><strong>二</strong></p>',
      '<a href="https://e.example/"><div>一</div><div>二</div></a>':
        '<p><a href="https://e.example/">一</a></p>\n<p><a href="https://e.example/">二</a></p>',
    });
  });

  it('moves spaces at the edge of formatting out of it', () => {
    shape({ '<p>one<b> two </b>three</p>': '<p>one<strong> two</strong> three</p>' });
  });

  it('writes formatting in itself once', () => {
    shape({ '<p><b><strong>一<b>二</b></strong></b></p>': '<p><strong>一二</strong></p>' });
  });

  it('keeps alignment as a class, on each paragraph it reaches', () => {
    shape({
      '<div align="center"><p>一</p><p style="text-align:left">二</p></div>':
        '<p class="align-center">一</p>\n<p>二</p>',
      '<center>一</center>': '<p class="align-center">一</p>',
    });
  });

  it('never puts a rule first, last or twice', () => {
    shape({ '<hr><p>一</p><hr><hr><p>二</p><hr>': '<p>一</p>\n<hr>\n<p>二</p>' });
  });
});

describe('Flow: images', () => {
  const image = '<img src="https://e.example/a.png" alt="">';
  const large = '<img src="https://e.example/a_899x500.png" alt="" width="899" height="500">';
  const small = '<img src="https://e.example/s.png" alt="" width="20" height="20">';

  it('makes a figure of an image that stands on a line of its own', () => {
    shape({
      [`<p>${image}</p>`]: `<figure>${image}</figure>`,
      [`<div>一<br>${image}<br>二</div>`]: `<p>一</p>\n<figure>${image}</figure>\n<p>二</p>`,
      [`<p>${image} ${image}</p>`]: `<figure>${image}</figure>\n<figure>${image}</figure>`,
    });
  });

  it('leaves an image of unknown size in the text around it', () => {
    shape({
      [`<p>一${image}二</p>`]: `<p>一${image}二</p>`,
      [`<p>${image} <b>二</b></p>`]: `<p>${image} <strong>二</strong></p>`,
    });
  });

  it('takes a large image out of the text', () => {
    shape({ [`<p>一${large}二</p>`]: `<p>一</p>\n<figure>${large}</figure>\n<p>二</p>` });
  });

  it('leaves a small image in the text, even alone', () => {
    shape({ [`<p>${small}</p>`]: `<p>${small}</p>` });
  });

  it('keeps the link around an image', () => {
    shape({
      [`<p><a href="https://e.example/big.png">${image}</a></p>`]: `<figure><a href="https://e.example/big.png">${image.replace('alt=""', 'alt="打开原图"')}</a></figure>`,
    });
  });
});
