/** The part of Eleventy's configuration object that the plugin uses. */
export interface EleventyConfig {
  addTemplate(virtualPath: string, content: unknown): void;
  configureErrorReporting(options: { allowMissingExtensions: boolean }): void;
  setUseGitIgnore(enabled: boolean): void;
  setQuietMode(quiet: boolean): void;
  on(event: 'eleventy.after', listener: (event: AfterBuild) => void | Promise<void>): void;
  addPlugin<T>(plugin: (eleventyConfig: EleventyConfig, options: T) => void, options: T): void;
}

/** What the event after a build tells. */
interface AfterBuild {
  readonly directories: { readonly output: string };
  /** `fs` when files are written. */
  readonly outputMode: string;
}

/** One file for Eleventy to make. */
export interface PluginPage {
  /** Path of the file below the output folder, with forward slashes. */
  readonly outputPath: string;
  /** Its whole contents; asked for when Eleventy renders it, so that a site's pages are never all in memory. */
  readonly render: () => string;
}

/** A file that is not text: Eleventy would turn what a template gives into text. */
export interface PluginBinary {
  /** As of a page. */
  readonly outputPath: string;
  readonly bytes: Uint8Array;
}

export interface PluginSite {
  /** In any order. */
  readonly pages: readonly PluginPage[];
  readonly binaries: readonly PluginBinary[];
}

export interface PluginOptions {
  /** Asked for once a build. */
  readonly site: () => Promise<PluginSite>;
  /** Writes what is not text, when the pages are written. @param output - The output folder, as Eleventy has it. */
  readonly writeBinaries?: (output: string, binaries: readonly PluginBinary[]) => void;
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
  let site: PluginSite = { pages: [], binaries: [] };
  // A path such as `/_headers` or `/CNAME` is meant to have no extension.
  eleventyConfig.configureErrorReporting({ allowMissingExtensions: true });
  eleventyConfig.setUseGitIgnore(false);
  eleventyConfig.addTemplate('broadsheet.11ty.js', {
    async data() {
      site = await options.site();
      return {
        positions: site.pages.map((_, at) => at),
        pagination: { data: 'positions', size: 1, alias: 'at' },
        permalink: ({ at }: Cascade) => `/${site.pages[at]!.outputPath}`,
        eleventyExcludeFromCollections: true,
      };
    },
    render: ({ at }: Cascade) => site.pages[at]!.render(),
  });
  eleventyConfig.on('eleventy.after', ({ directories, outputMode }) => {
    if (outputMode === 'fs') options.writeBinaries?.(directories.output, site.binaries);
  });
}
