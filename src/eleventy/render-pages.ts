import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { broadsheet, type EleventyConfig } from './plugin.ts';

/** The folder Eleventy takes for its input: empty, so that it finds no template, data or configuration of anybody's. */
const TEMPLATES = 'src/eleventy/templates';

/**
 * Renders a slice of pages through Eleventy, in memory.
 *
 * @param renders - Gives each page's whole contents.
 * @param project - The generator's own folder, absolute.
 * @returns The contents as Eleventy left them, in the same order.
 * @throws Eleventy's error, with its cause, when a render throws: a bug in a layout.
 */
export async function renderPages(renders: readonly (() => string)[], project: string): Promise<string[]> {
  if (renders.length === 0) return [];
  const eleventy = new Eleventy(path.relative(process.cwd(), path.join(project, TEMPLATES)), '_unused', {
    quietMode: true,
    config(eleventyConfig: EleventyConfig) {
      eleventyConfig.setQuietMode(true);
      broadsheet(eleventyConfig, {
        // A file named by position: Eleventy never sees an article's own path.
        site: async () => ({
          pages: renders.map((render, at) => ({ outputPath: `${at}.html`, render })),
          binaries: [],
        }),
      });
    },
  });
  const results = await eleventy.toJSON();
  const contents = new Array<string>(renders.length);
  for (const { url, content } of results) contents[Number(/^\/(\d+)\.html$/.exec(url)?.[1])] = content;
  const missing = renders.findIndex((_, at) => contents[at] === undefined);
  if (missing !== -1) throw new Error(`Eleventy returned nothing for page ${missing} of ${renders.length}`);
  return contents;
}
