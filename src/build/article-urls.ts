/** Site-relative URLs of published articles, by their paths relative to the content folder. */
export type UrlsByFile = { readonly [sourceFile: string]: string };

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

  /** @param urls - By paths, each of which comes once: an object of as many names takes several times as long. */
  static of(urls: Iterable<readonly [sourceFile: string, url: string]>): ArticleUrls {
    const parts: Buffer[] = [];
    let text = '';
    let count = 0;
    for (const [file, url] of urls) {
      text += `${count === 0 ? '{' : ','}\n    ${quote(file)}: ${quote(url)}`;
      count++;
      if (count % LINES_AT_ONCE === 0) {
        parts.push(Buffer.from(text));
        text = '';
      }
    }
    parts.push(Buffer.from(count === 0 ? '{}' : `${text}\n  }`));
    return new ArticleUrls(Buffer.concat(parts));
  }

  get byFile(): UrlsByFile {
    this.#byFile ??= JSON.parse(new TextDecoder().decode(this.spelled)) as UrlsByFile;
    return this.#byFile;
  }
}

/** What stays in the processor's cache: all lines of 100,000 articles as one text take five times as long. */
const LINES_AT_ONCE = 512;

/** What JSON may have to escape. */
const ESCAPED = /["\\\0-\x1f\ud800-\udfff]/;

/** As `JSON.stringify`, which takes twice as long for a string that needs nothing escaped. */
function quote(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
