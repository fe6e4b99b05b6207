import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawShareImage, SHARE_FONT } from '../../layouts/share-image.tsx';
import { outputPath } from '../site/link.ts';
import {
  describeShareImage,
  describeTitleImage,
  listTitledArticles,
  SHARE_IMAGE_SIZE,
  type ShareImage,
} from '../site/share-image.ts';
import type { Site } from '../site/site.ts';
import type { SiteFile } from './assets.ts';
import { PROJECT } from './project-folder.ts';

/** Of the site, of its main categories and of its newest articles; each is drawn when it is to be written. */
export function listShareImages(site: Site): SiteFile[] {
  const { config, categories } = site;
  const sections = categories.map(({ path: [top] }) => top).filter((top) => top?.hasShareImage);
  const images = [
    ...[undefined, ...sections].map((section) => describeShareImage(config.title, section)),
    ...listTitledArticles(site).map((article) =>
      describeTitleImage(config.title, article.summary.title, article.categories[0]?.path[0]),
    ),
  ];
  // Two articles of one title in one section share one picture.
  const distinct = new Map(images.map((image) => [image.url, image]));
  return [...distinct.values()].map((image) => ({
    path: outputPath(image.url),
    key: image.url,
    prepare: prepareDrawing,
    get contents() {
      return drawPng(image);
    },
  }));
}

let font: Uint8Array | undefined;
let ready: Promise<void> | undefined;

/**
 * Loads the renderer and the font, once. Both are the project's own and the renderer is WebAssembly, so that every machine
 * draws the same bytes.
 */
function prepareDrawing(): Promise<void> {
  font ??= readFileSync(path.join(PROJECT, 'fonts/share-serif.otf'));
  ready ??= initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return ready;
}

/** A memory of a pure function: a preview builds the same site again and again, and a picture takes a tenth of a second. */
const drawn = new Map<string, Uint8Array>();
const MOST_KEPT = 200;

function drawPng(image: ShareImage): Uint8Array {
  const known = drawn.get(image.url);
  if (known !== undefined) return known;
  const drawing = new Resvg(drawShareImage(image), {
    fitTo: { mode: 'width', value: SHARE_IMAGE_SIZE.width },
    font: { fontBuffers: font === undefined ? [] : [font], defaultFontFamily: SHARE_FONT },
  });
  const rendered = drawing.render();
  const png = rendered.asPng();
  rendered.free();
  drawing.free();
  if (drawn.size >= MOST_KEPT) drawn.clear();
  drawn.set(image.url, png);
  return png;
}
