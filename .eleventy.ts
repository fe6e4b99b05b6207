import { listPluginSite, writeBinaries } from './src/build/list-plugin-site.ts';
import { broadsheet, type EleventyConfig } from './src/eleventy/plugin.ts';

/** Builds the same site with Eleventy's own command: `npm run eleventy`. */
export default function configure(eleventyConfig: EleventyConfig) {
  eleventyConfig.addPlugin(broadsheet, { site: () => listPluginSite('content'), writeBinaries });

  return { dir: { input: 'src/eleventy/templates', output: '_site' } };
}
