import { styleDeclarations } from './read-presentation.ts';

/** In CSS pixels, 1 to 20000. */
export interface ImageSize {
  readonly width?: number;
  readonly height?: number;
}

/** Pairs of attributes that say both, the most reliable first. */
const PAIRS: readonly (readonly [width: string, height: string])[] = Object.freeze([
  ['width', 'height'],
  ['w', 'h'],
  ['data-width', 'data-height'],
  ['data-rawwidth', 'data-rawheight'],
  ['data-original-width', 'data-original-height'],
]);

/** Attributes with both in one: `899,500`, `899x500`. */
const JOINED = Object.freeze(['data-img-size-val', 'data-size', 'data-img-size', 'size']);

/** How image servers write a size into an address. All bounded, so that none backtracks. */
const HINTS: readonly RegExp[] = Object.freeze([
  /[/_,]w_(\d{2,5}),h_(\d{2,5})(?!\d)/,
  /\/w\/(\d{2,5})\/h\/(\d{2,5})(?!\d)/,
  /[?&](?:w|width|imgw)=(\d{2,5})&(?:amp;)?(?:h|height|imgh)=(\d{2,5})(?!\d)/i,
  /[-_/.@](\d{2,5})[x×*](\d{2,5})(?=[^\d]|$)/i,
]);

const LARGEST = 20_000;

/**
 * The size that an image's attributes, style or address say it has. A known side and a known ratio give the other side.
 *
 * @param attributes - By name.
 * @param src - Resolved address.
 */
export function imageSize(attributes: ReadonlyMap<string, string>, src: string): ImageSize {
  let width: number | undefined;
  let height: number | undefined;
  for (const [w, h] of statedSizes(attributes, src)) {
    if (w !== undefined && h !== undefined) {
      if (width !== undefined) height = bounded((width * h) / w);
      else if (height !== undefined) width = bounded((height * w) / h);
      else [width, height] = [w, h];
    } else {
      width ??= w;
      height ??= h;
    }
    if (width !== undefined && height !== undefined) break;
  }
  return { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
}

type Sides = readonly [width: number | undefined, height: number | undefined];

function* statedSizes(attributes: ReadonlyMap<string, string>, src: string): Generator<Sides> {
  for (const name of JOINED) {
    const match = /^\s*(\d{1,5})\s*[,x×*]\s*(\d{1,5})\s*$/i.exec(attributes.get(name) ?? '');
    if (match !== null) yield [pixels(match[1]), pixels(match[2])];
  }
  for (const [w, h] of PAIRS) yield [pixels(attributes.get(w)), pixels(attributes.get(h))];
  yield sizeInStyle(attributes.get('style'));
  const width = pixels(attributes.get('data-w'));
  const ratio = Number(attributes.get('data-ratio') ?? Number.NaN);
  if (width !== undefined && ratio > 0.01 && ratio < 100) yield [width, bounded(width * ratio)];
  if (src.length > 1000) return;
  for (const hint of HINTS) {
    const match = hint.exec(src);
    if (match !== null) yield [pixels(match[1]), pixels(match[2])];
  }
}

function sizeInStyle(style: string | undefined): Sides {
  let width: number | undefined;
  let height: number | undefined;
  for (const [property, value] of styleDeclarations(style ?? '')) {
    if (property === 'width') width = pixels(value);
    else if (property === 'height') height = pixels(value);
  }
  return [width, height];
}

/** Plain numbers and `px`; a share of the container (`50%`) says nothing about the picture. */
export function pixels(value: string | undefined): number | undefined {
  const digits = value === undefined ? undefined : /^\s*(\d{1,5})(?:\.\d{1,6})?(?:px)?\s*$/i.exec(value)?.[1];
  return digits === undefined ? undefined : bounded(Number(digits));
}

function bounded(value: number): number | undefined {
  const rounded = Math.round(value);
  return rounded >= 1 && rounded <= LARGEST ? rounded : undefined;
}
