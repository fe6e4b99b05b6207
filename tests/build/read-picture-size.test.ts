import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodePng } from '../../src/build/encode-png.ts';
import { readPictureSize } from '../../src/build/read-picture-size.ts';

const png = encodePng({ width: 3, height: 2, pixels: new Uint8Array(24) });

/** ITU-T T.81: start of image, an Exif segment where one is wanted, and the frame header of a baseline image. */
function jpeg(width: number, height: number, orientation?: number): Buffer {
  const exif =
    orientation === undefined
      ? 'ffe0 0010 4a46494600010100000100010000'
      : `ffe1 0022 457869660000 4d4d002a00000008 0001 0112 0003 00000001 ${orientation.toString(16).padStart(4, '0')}0000 00000000`;
  const sides = [height, width].map((side) => side.toString(16).padStart(4, '0')).join('');
  return Buffer.from(`ffd8 ${exif} ffc0 0011 08 ${sides} 03 011100 021101 031101`.replaceAll(' ', ''), 'hex');
}

const svg = (attributes: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}></svg>`);

describe('readPictureSize', () => {
  it('reads the sides of a picture from its first bytes', () => {
    assert.deepEqual(readPictureSize(png, 'a.png'), { width: 3, height: 2 });
    assert.deepEqual(readPictureSize(jpeg(1600, 900), '/media/桥.JPG'), { width: 1600, height: 900 });
    assert.deepEqual(readPictureSize(Buffer.from('GIF89a\x20\x03\x58\x02', 'latin1'), 'a.gif'), {
      width: 800,
      height: 600,
    });
  });

  it('turns a photograph as browsers turn it', () => {
    assert.deepEqual(readPictureSize(jpeg(1600, 900, 6), 'a.jpg'), { width: 900, height: 1600 });
    assert.deepEqual(readPictureSize(jpeg(1600, 900, 3), 'a.jpg'), { width: 1600, height: 900 });
  });

  it('reads a drawing by its sides or its view box', () => {
    assert.deepEqual(readPictureSize(svg('width="120" height="40"'), 'a.svg'), { width: 120, height: 40 });
    assert.deepEqual(readPictureSize(svg('viewBox="0 0 1600 900"'), 'a.svg'), { width: 1600, height: 900 });
    assert.deepEqual(readPictureSize(svg('width="100%" viewBox="0 0 16 9"'), 'a.svg'), {
      width: 16,
      height: 9,
    });
  });

  it('knows nothing of what says nothing, is cut off, or is called what it is not', () => {
    assert.equal(readPictureSize(svg(''), 'a.svg'), undefined);
    assert.equal(readPictureSize(svg('viewBox="0 0 0 0"'), 'a.svg'), undefined);
    assert.equal(readPictureSize(svg('width="99999999" height="1"'), 'a.svg'), undefined);
    assert.equal(readPictureSize(png.subarray(0, 18), 'a.png'), undefined);
    assert.equal(readPictureSize(jpeg(16, 9).subarray(0, 20), 'a.jpg'), undefined);
    assert.equal(readPictureSize(png, 'a.jpg'), undefined);
    assert.equal(readPictureSize(png, 'a.constructor'), undefined);
    assert.equal(readPictureSize(new Uint8Array(), 'a.png'), undefined);
  });

  it('bears whatever bytes there are', () => {
    const beginnings = [
      png,
      jpeg(1, 1),
      jpeg(1, 1, 6),
      svg('viewBox="0 0 1 1"'),
      Buffer.from('GIF89a'),
    ].concat(
      ['RIFF\0\0\0\0WEBPVP8X', 'RIFF\0\0\0\0WEBPVP8 ', '\0\0\0\x18ftypavif'].map((text) =>
        Buffer.from(text, 'latin1'),
      ),
    );
    const picture = fc
      .tuple(fc.constantFrom(...beginnings), fc.nat(80), fc.uint8Array({ maxLength: 400 }))
      .map(([beginning, length, rest]) => Buffer.concat([beginning.subarray(0, length), rest]));
    const name = fc.constantFrom('avif', 'gif', 'jpg', 'png', 'svg', 'webp').map((kind) => `a.${kind}`);
    fc.assert(
      fc.property(picture, name, (bytes, called) => {
        const size = readPictureSize(bytes, called);
        assert.ok(size === undefined || (size.width >= 1 && size.height >= 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no time for what was made to take it', () => {
    const hostile = [
      ['a.svg', `<svg a=""><${'<svg '.repeat(100_000)}`],
      ['a.svg', `<svg ${" width='%".repeat(60_000)}>`],
      ['a.svg', `<svg ${' viewBox="'.repeat(50_001)}`],
      ['a.jpg', `\xff\xd8${'\0\x01'.repeat(250_000)}`],
      ['a.avif', `\0\0\0\x18ftypavif${'\0\0\0\x08'.repeat(120_000)}`],
    ] as const;
    const began = process.cpuUsage();
    for (const [name, text] of hostile) readPictureSize(Buffer.from(text, 'latin1'), name);
    const { user, system } = process.cpuUsage(began);
    // Milliseconds; a search that goes back and forth would take minutes.
    assert.ok((user + system) / 1000 < 5000);
  });
});
