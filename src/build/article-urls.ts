/** Site-relative URLs of published articles, by their paths relative to the content folder. */
export type UrlsByFile = { readonly [sourceFile: string]: string };

const BEFORE = '{\n  "urls": ';
const AFTER = '\n}';

/**
 * The URL of each published article. Of a large site these are megabytes, which the report and the last build's outcome hold
 * alike: they are spelled once, written as they are, and read only where one is asked for.
 */
export class ArticleUrls {
  /** As `UrlsByFile`, JSON in UTF-8 with the indent it has inside a report. */
  readonly spelled: Uint8Array;
  #byFile: UrlsByFile | undefined;

  constructor(spelled: Uint8Array) {
    this.spelled = spelled;
  }

  static of(urls: UrlsByFile): ArticleUrls {
    const text = JSON.stringify({ urls }, null, 2);
    return new ArticleUrls(Buffer.from(text.slice(BEFORE.length, -AFTER.length)));
  }

  get byFile(): UrlsByFile {
    this.#byFile ??= JSON.parse(new TextDecoder().decode(this.spelled)) as UrlsByFile;
    return this.#byFile;
  }
}
