import type { Flow } from './flow.ts';
import { type ImageSize, imageSize } from './image-size.ts';
import { imageSource } from './image-source.ts';
import { attributeText } from './normalize-text.ts';
import { IMAGE_ATTRIBUTES } from './output-policy.ts';
import { createElement, type OutputAttributes } from './output-tree.ts';
import type { SourceElement } from './parse-body.ts';
import { type ElementReader, isElement, type Reading } from './reading.ts';
import { isFault } from './resolve-url.ts';
import type { TextContext } from './text-context.ts';
import { isTracker } from './tracking.ts';

const LONGEST_ALT = 500;
/** Sides up to which a picture stands in the text as a character does: emoji, formulas, icons. */
const SMALL = 64;
/** Sides from which a picture never stands in a line of text. */
const LARGE = { width: 240, height: 120 };
/** What a description is not. */
const FILE_NAME = /^[^\s/]{1,100}\.(?:jpe?g|png|gif|webp|bmp|svg|avif)$/i;

export const readImage: ElementReader = (element, flow, context, reading) => {
  placeImage(element, [], flow, context, reading);
};

/** A choice of pictures is the picture that it falls back on. */
export const readPicture: ElementReader = (element, flow, context, reading) => {
  const sets = element.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'source')
    .flatMap(({ attrs }) =>
      attrs.filter(({ name }) => /^(?:data-)?srcset$/.test(name)).map(({ value }) => value),
    );
  for (const child of element.childNodes) {
    if (isElement(child) && child.tagName === 'img') placeImage(child, sets, flow, context, reading);
    else reading.readInto([child], flow, context);
  }
};

function placeImage(
  element: SourceElement,
  sets: readonly string[],
  flow: Flow,
  context: TextContext,
  reading: Reading,
): void {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  const src = imageSource(attributes, sets, reading.urls);
  if (isFault(src)) {
    reading.notes.add('image-removed', attributes.get('src') ?? '<img');
    return;
  }
  if (reading.deniesImage?.(src)) return;
  if (isTracker(src) || hasPinpointSize(attributes)) {
    reading.notes.add('tracker-removed', attributes.get('src') ?? '<img');
    return;
  }
  const size = imageSize(attributes, src);
  const alt = alternativeText(attributes);
  reading.images.push({ src, alt, ...size });
  const image = createElement('img', imageAttributes(src, alt, size));
  flow.addImage(image, context, presenceOf(size));
  const caption = attributeText(attributes.get('data-caption') ?? '', 1000);
  if (caption !== '') captionLastFigure(caption, flow);
}

function imageAttributes(src: string, alt: string, { width, height }: ImageSize): OutputAttributes {
  return {
    src,
    alt,
    ...(width === undefined ? {} : { width: String(width) }),
    ...(height === undefined ? {} : { height: String(height) }),
    ...IMAGE_ATTRIBUTES,
  };
}

/** How much room a picture takes in a text. */
export function presenceOf({ width, height }: ImageSize): 'small' | 'large' | 'unknown' {
  if (width !== undefined && height !== undefined) {
    if (width <= SMALL && height <= SMALL) return 'small';
    if (width >= LARGE.width && height >= LARGE.height) return 'large';
  }
  return 'unknown';
}

/** Sides of 0 to 3 pixels: there is nothing to see, only something to fetch. */
export function hasPinpointSize(attributes: ReadonlyMap<string, string>): boolean {
  const style = attributes.get('style') ?? '';
  return (
    isPinpoint(attributes.get('width')) ||
    isPinpoint(attributes.get('height')) ||
    (style.length < 2000 &&
      /(?:^|[;\s])(?:width|height)\s{0,9}:\s{0,9}[0-3](?:px)?\s{0,9}(?:;|!|$)/i.test(style))
  );
}

function isPinpoint(value: string | undefined): boolean {
  return value !== undefined && /^\s*0*[0-3](?:\.\d+)?(?:px)?\s*$/i.test(value.slice(0, 40));
}

function alternativeText(attributes: ReadonlyMap<string, string>): string {
  const alt = attributes.get('alt') ?? attributes.get('title') ?? '';
  const text = attributeText(alt, LONGEST_ALT);
  return FILE_NAME.test(text) ? '' : text;
}

function captionLastFigure(caption: string, flow: Flow): void {
  if (flow.kind !== 'root' && flow.kind !== 'blocks') return;
  flow.endParagraph();
  const figure = flow.lastFigure;
  if (
    figure !== undefined &&
    !figure.children.some((child) => typeof child !== 'string' && child.name === 'figcaption')
  ) {
    figure.children.push(createElement('figcaption', {}, [caption]));
  }
}
