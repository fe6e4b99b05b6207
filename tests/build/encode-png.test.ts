import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { encodePng } from '../../src/build/encode-png.ts';

/** The chunks of a PNG by their types. */
function chunksOf(png: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

const rgba = (...colors: readonly (readonly [number, number, number])[]) =>
  Uint8Array.from(colors.flatMap((color) => [...color, 255]));

describe('encodePng', () => {
  it('writes the number of a colour for each pixel, rows one after the other', () => {
    const [red, white] = [
      [200, 0, 0],
      [255, 255, 255],
    ] as const;
    const chunks = chunksOf(encodePng({ width: 2, height: 2, pixels: rgba(red, white, white, white) }));
    assert.deepEqual([...chunks.keys()], ['IHDR', 'PLTE', 'IDAT', 'IEND']);
    assert.deepEqual([...chunks.get('PLTE')!], [...red, ...white]);
    assert.deepEqual([...inflateSync(chunks.get('IDAT')!)], [0, 0, 1, 0, 1, 1]);
  });

  it('gives a colour beyond the 256th the nearest of those before it', () => {
    const greys = Array.from({ length: 256 }, (_, at) => [at, at, at] as const);
    const pixels = rgba(...greys, [10, 10, 12]);
    const chunks = chunksOf(encodePng({ width: 257, height: 1, pixels }));
    assert.equal(chunks.get('PLTE')!.length, 3 * 256);
    assert.equal(inflateSync(chunks.get('IDAT')!).at(-1), 11);
  });

  it('bears a run that is longer than a row, and a drawing of one pixel', () => {
    const pixels = rgba(...Array.from({ length: 600 }, () => [1, 2, 3] as const));
    const rows = inflateSync(chunksOf(encodePng({ width: 300, height: 2, pixels })).get('IDAT')!);
    assert.deepEqual(
      [...rows],
      Array.from({ length: 602 }, () => 0),
    );
    assert.equal(
      chunksOf(encodePng({ width: 1, height: 1, pixels: rgba([0, 0, 0]) })).get('IEND')!.length,
      0,
    );
  });
});
