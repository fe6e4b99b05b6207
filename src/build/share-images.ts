import { outputPath } from '../site/link.ts';
import {
  describeShareImage,
  describeTitleImage,
  listTitledArticles,
  type ShareImage,
} from '../site/share-image.ts';
import type { Site } from '../site/site.ts';
import { TaskThread } from './thread-tasks.ts';

/** A picture of the site that is drawn when it is to be written. */
export interface ShareImageFile {
  /** Relative to the output folder. */
  readonly path: string;
  readonly image: ShareImage;
}

/** Of the site, of its main categories and of its newest articles. */
export function listShareImages(site: Site): ShareImageFile[] {
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
  return [...distinct.values()].map((image) => ({ path: outputPath(image.url), image }));
}

const DRAWN_AT_ONCE = 64;

/**
 * Draws pictures, beside whatever goes on here.
 *
 * @param receive - Called with each and its PNG; a few dozen are held at a time.
 * @param thread - One that stays, with the renderer and its fonts; absent: one for these pictures.
 */
export async function drawShareImages(
  files: readonly ShareImageFile[],
  receive: (file: ShareImageFile, png: Uint8Array) => void,
  thread?: TaskThread,
): Promise<void> {
  const drawing = thread ?? new TaskThread();
  try {
    for (let at = 0; at < files.length; at += DRAWN_AT_ONCE) {
      const batch = files.slice(at, at + DRAWN_AT_ONCE);
      const images = batch.map(({ image }) => image);
      for (const [index, png] of (await drawing.run('draw', images)).entries()) receive(batch[index]!, png);
    }
  } finally {
    if (thread === undefined) await drawing.end();
  }
}
