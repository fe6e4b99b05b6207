import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { broadsheet, type EleventyConfig } from './plugin.ts';

/** The folder Eleventy takes for its input: empty, so that it finds no template, data or configuration of anybody's. */
const TEMPLATES = 'src/eleventy/templates';

/**
 * Pages that Eleventy paginates by. What it does for each page that its pagination makes (a template and its data copied, a
 * permalink, transforms) takes a fifth of the time that our pages take to render and write.
 */
const PAGES_AT_ONCE = 25;

/**
 * Renders a slice of pages through Eleventy, in memory.
 *
 * @param renders - Each renders its page and hands it on: Eleventy holds no text of it. Called in their order.
 * @param project - The generator's own folder, absolute.
 * @throws Eleventy's error, with its cause, when a render throws: a bug in a layout.
 */
export async function renderPages(renders: readonly (() => void)[], project: string): Promise<void> {
  if (renders.length === 0) return;
  let rendered = 0;
  const renderSome = (start: number) => {
    for (const render of renders.slice(start, start + PAGES_AT_ONCE)) {
      render();
      rendered += 1;
    }
    return '';
  };
  const starts = Array.from(
    { length: Math.ceil(renders.length / PAGES_AT_ONCE) },
    (_, at) => at * PAGES_AT_ONCE,
  );
  const eleventy = new Eleventy(path.relative(process.cwd(), path.join(project, TEMPLATES)), '_unused', {
    quietMode: true,
    config(eleventyConfig: EleventyConfig) {
      eleventyConfig.setQuietMode(true);
      broadsheet(eleventyConfig, {
        // Files named by position: Eleventy never sees an article's own path.
        site: async () => ({
          pages: starts.map((start) => ({ outputPath: `${start}.html`, render: () => renderSome(start) })),
          binaries: [],
        }),
      });
    },
  });
  await eleventy.toJSON();
  if (rendered !== renders.length)
    throw new Error(`Eleventy rendered ${rendered} of ${renders.length} pages`);
}
