/** The part of Eleventy's programmatic API that is used here (it ships no types). See https://www.11ty.dev/docs/programmatic/ */
declare module '@11ty/eleventy' {
  export interface EleventyOptions {
    readonly quietMode?: boolean;
    readonly configPath?: string;
    // biome-ignore lint/suspicious/noExplicitAny: Eleventy hands its own configuration class.
    readonly config?: (eleventyConfig: any) => void;
  }
  export interface EleventyResult {
    readonly url: string;
    readonly inputPath: string;
    readonly outputPath: string;
    readonly content: string;
  }
  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    toJSON(): Promise<EleventyResult[]>;
  }
}
