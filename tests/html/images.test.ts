import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { imageSize } from '../../src/html/image-size.ts';
import { imageSource, largestOfSet } from '../../src/html/image-source.ts';
import { createUrlResolver } from '../../src/html/resolve-url.ts';
import { isTracker } from '../../src/html/tracking.ts';

const urls = createUrlResolver({ site: new URL('https://site.example/'), basePath: '/' });
const attributes = (values: Record<string, string>) => new Map(Object.entries(values));

describe('imageSize', () => {
  const cases: readonly (readonly [string, Record<string, string>, string, object])[] = [
    [
      'the attribute that scrapers write',
      { 'data-img-size-val': '899,500' },
      '',
      { width: 899, height: 500 },
    ],
    ['its own attributes', { width: '640px', height: '360' }, '', { width: 640, height: 360 }],
    ['short attributes', { w: '600', h: '399' }, '', { width: 600, height: 399 }],
    [
      'its style',
      { style: 'max-width:100%; width: 320px; HEIGHT:180px !important' },
      '',
      { width: 320, height: 180 },
    ],
    ['width and ratio', { 'data-w': '1080', 'data-ratio': '0.5625' }, '', { width: 1080, height: 608 }],
    ['raw sizes', { 'data-rawwidth': '720', 'data-rawheight': '405' }, '', { width: 720, height: 405 }],
    [
      'parameters of an image server',
      {},
      'https://e.example/a.png?x=resize,w_800,h_450',
      { width: 800, height: 450 },
    ],
    ['a size in the name', {}, 'https://e.example/a-1024x768.jpg', { width: 1024, height: 768 }],
    ['a size in the query', {}, 'https://e.example/a?w=300&h=200', { width: 300, height: 200 }],
    [
      'a path of an image server',
      {},
      'https://e.example/a.jpg?imageView2/2/w/300/h/200',
      { width: 300, height: 200 },
    ],
    [
      'one side and a ratio',
      { width: '300' },
      'https://e.example/a_800x600.png',
      { width: 300, height: 225 },
    ],
    ['one side alone', { height: '90' }, 'https://e.example/a.png', { height: 90 }],
    ['a share of the container, which says nothing', { width: '100%', height: 'auto' }, '', {}],
    ['numbers beyond any picture', { width: '99999999', height: '-4' }, '', {}],
    ['a date in the path, which is no size', {}, 'https://e.example/2022/0101/e86ecb25.png', {}],
  ];
  for (const [name, values, src, expected] of cases) {
    it(`reads ${name}`, () => assert.deepEqual(imageSize(attributes(values), src), expected));
  }
});

describe('imageSource', () => {
  const source = (values: Record<string, string>, sets: readonly string[] = []) =>
    imageSource(attributes(values), sets, urls);

  it('prefers what lazy loaders keep', () => {
    for (const name of [
      'data-src',
      'data-original',
      'data-actualsrc',
      'data-lazy-src',
      '_src',
      'zoomfile',
      'file',
    ]) {
      assert.equal(
        source({ src: '/loading.gif', [name]: 'https://e.example/real.jpg' }),
        'https://e.example/real.jpg',
        name,
      );
    }
  });

  it('keeps src where the lazy attribute is no address', () => {
    assert.equal(
      source({ src: 'https://e.example/a.jpg', 'data-src': '1', 'data-url': 'javascript:x.y' }),
      'https://e.example/a.jpg',
    );
  });

  it('never takes a placeholder for the picture', () => {
    for (const src of [
      'data:image/gif;base64,R0=',
      '/static/image/common/none.gif',
      'https://e.example/lazyload.png',
      '/grey.gif?v=2',
    ]) {
      assert.equal(source({ src }), 'empty', src);
    }
  });

  it('falls back on the largest of a set', () => {
    assert.equal(source({ srcset: '/s.png 320w, /l.png 1280w, /m.png 640w' }), '/l.png');
    assert.equal(
      source({ src: '/blank.gif' }, ['https://e.example/w_1,h_2/a.webp 2x']),
      'https://e.example/w_1,h_2/a.webp',
    );
  });

  it('says why there is none', () => {
    assert.equal(source({}), 'empty');
    assert.equal(source({ src: 'a.png' }), 'relative');
    assert.equal(source({ src: 'javascript:x' }), 'unsafe');
  });
});

describe('largestOfSet', () => {
  it('reads widths, densities and commas in addresses', () => {
    assert.equal(largestOfSet('a.png'), 'a.png');
    assert.equal(largestOfSet('a.png, b.png 1.5x,c.png 1x'), 'b.png');
    assert.equal(largestOfSet('  w_8,h_4/a.png 8w ,, b.png 16w '), 'b.png');
    assert.equal(largestOfSet(' , '), undefined);
  });
});

describe('isTracker', () => {
  it('knows counters by host and by name', () => {
    for (const src of [
      'https://hm.baidu.com/a',
      'https://z1.cnzz.com/a.png',
      'https://e.example/__utm.gif?a',
      'https://e.example/a/collect?x',
      'https://e.example/track.php',
      '/1x1.gif',
    ]) {
      assert.equal(isTracker(src), true, src);
    }
  });

  it('leaves pictures alone', () => {
    for (const src of [
      'https://baidu.com/a.png',
      'https://mycnzz.com/a.png',
      'https://e.example/tracking-shot.jpg',
      'https://e.example/count.png',
      '/images/pixel-phone.gif',
    ]) {
      assert.equal(isTracker(src), false, src);
    }
  });
});
