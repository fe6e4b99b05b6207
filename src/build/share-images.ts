import { outputPath } from '../site/link.ts';
import {
  describeShareImage,
  describeTitleImage,
  listTitledArticles,
  type ShareImage,
} from '../site/share-image.ts';
import type { Site } from '../site/site.ts';
import type { SiteFile } from './assets.ts';
import { drawPng, prepareDrawing } from './draw-share-image.ts';

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
      return recallDrawing(image);
    },
  }));
}

/** A memory of a pure function: a preview builds the same site again and again. */
const drawn = new Map<string, Uint8Array>();
const MOST_KEPT = 200;

function recallDrawing(image: ShareImage): Uint8Array {
  const known = drawn.get(image.url);
  if (known !== undefined) return known;
  const png = drawPng(image);
  if (drawn.size >= MOST_KEPT) drawn.clear();
  drawn.set(image.url, png);
  return png;
}
