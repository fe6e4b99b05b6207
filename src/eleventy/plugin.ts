/** The part of Eleventy's configuration object that the plugin uses. */
export interface EleventyConfig {
  addTemplate(virtualPath: string, content: unknown): void;
  configureErrorReporting(options: { allowMissingExtensions: boolean }): void;
  setUseGitIgnore(enabled: boolean): void;
  setQuietMode(quiet: boolean): void;
  addPlugin<T>(plugin: (eleventyConfig: EleventyConfig, options: T) => void, options: T): void;
}

/** One file for Eleventy to make. */
export interface PluginPage {
  /** Path of the file below the output folder, with forward slashes. */
  readonly outputPath: string;
  /** Its whole contents; asked for when Eleventy renders it, so that a site's pages are never all in memory. */
  readonly render: () => string | Buffer;
}

export interface PluginOptions {
  /** The pages, in any order; asked for once a build. */
  readonly pages: () => Promise<readonly PluginPage[]>;
}

/** What Eleventy hands the template for each page: a position, so that its data cascade has nothing of ours to merge. */
interface Cascade {
  readonly at: number;
}

/**
 * The Eleventy plugin: one virtual template, paginated over prepared pages. Articles never reach Eleventy as templates
 * or as data, so nothing that is written in one can steer it.
 */
export function broadsheet(eleventyConfig: EleventyConfig, options: PluginOptions): void {
  let pages: readonly PluginPage[] = [];
  // A path such as `/_headers` or `/CNAME` is meant to have no extension.
  eleventyConfig.configureErrorReporting({ allowMissingExtensions: true });
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.addTemplate('broadsheet.11ty.js', {
    async data() {
      pages = await options.pages();
      return {
        positions: pages.map((_, at) => at),
        pagination: { data: 'positions', size: 1, alias: 'at' },
        permalink: ({ at }: Cascade) => `/${pages[at]!.outputPath}`,
        eleventyExcludeFromCollections: true,
      };
    },
    render: ({ at }: Cascade) => pages[at]!.render(),
  });
}
