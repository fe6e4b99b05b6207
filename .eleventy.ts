import { listPluginPages } from './src/build/list-plugin-pages.ts';
import { broadsheet, type EleventyConfig } from './src/eleventy/plugin.ts';

/** Builds the same site with Eleventy's own command: `npm run eleventy`. */
export default function configure(eleventyConfig: EleventyConfig) {
  eleventyConfig.addPlugin(broadsheet, { pages: () => listPluginPages('content') });

  return { dir: { input: 'src/eleventy/templates', output: '_site' } };
}
