import { constants, crc32, deflateSync } from 'node:zlib';

export interface Raster {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, a byte each. Alpha is not looked at: the drawing covers its paper. */
  readonly pixels: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** PNG 1.2, section 11.2.2: eight bits for each pixel, that are the number of a colour. */
const DEPTH = 8;
const INDEXED = 3;
const MOST_COLORS = 256;

/**
 * A PNG of few colours, as flat drawings are: a byte for each pixel instead of four, which takes half of the room and a
 * tenth of the time. A colour beyond the 256th becomes the nearest of those before it.
 *
 * Runs are compressed and nothing else is looked for (`Z_RLE`): other strategies search by hashes that zlib computes
 * differently on each kind of processor, and the same drawing is to be the same bytes everywhere.
 */
export function encodePng({ width, height, pixels }: Raster): Uint8Array {
  const palette = new Palette();
  const colors = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  // Each row begins with the number of its filter: 0, none.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, at = 0, from = 0; y < height; y++) {
    at++;
    for (const end = from + width; from < end; ) {
      const color = colors[from]!;
      let to = from + 1;
      while (to < end && colors[to] === color) to++;
      const index = palette.indexOf(color);
      if (to - from > 8) rows.fill(index, at, at + to - from);
      else for (let next = at; next < at + to - from; next++) rows[next] = index;
      at += to - from;
      from = to;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([DEPTH, INDEXED], 8);
  return Buffer.concat([
    SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('PLTE', palette.bytes()),
    ...chunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

/** Section 5.3: length, type, data, and a check of the last two. */
function chunk(type: string, data: Uint8Array): readonly Uint8Array[] {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const name = Buffer.from(type, 'latin1');
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(data, crc32(name)));
  return [length, name, data, check];
}

/** The colours of a drawing, in the order of their first pixels. */
class Palette {
  readonly #indexes = new Map<number, number>();
  readonly #colors: (readonly [red: number, green: number, blue: number])[] = [];
  #last = -1;
  #lastIndex = 0;

  /** @param color - The four bytes of a pixel, as the machine reads them. */
  indexOf(color: number): number {
    if (color === this.#last) return this.#lastIndex;
    const index = this.#indexes.get(color) ?? this.#add(color);
    this.#last = color;
    this.#lastIndex = index;
    return index;
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.#colors.flat());
  }

  #add(color: number): number {
    const [red = 0, green = 0, blue = 0] = new Uint8Array(Uint32Array.of(color).buffer);
    const index = this.#colors.length < MOST_COLORS ? this.#colors.length : this.#nearest(red, green, blue);
    if (index === this.#colors.length) this.#colors.push([red, green, blue]);
    this.#indexes.set(color, index);
    return index;
  }

  #nearest(red: number, green: number, blue: number): number {
    const distances = this.#colors.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    return distances.indexOf(Math.min(...distances));
  }
}
