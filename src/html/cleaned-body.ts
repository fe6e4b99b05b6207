import type { Diagnostic } from '../diagnostic.ts';
import type { SafeHtml } from './safe-html.ts';

/** One heading of a body. Levels are those of the published HTML: 2 to 6. */
export interface OutlineEntry {
  readonly level: number;
  /** The heading's `id` in the page, without `#`. */
  readonly id: string;
  /** Plain text. */
  readonly text: string;
}

/** A picture of the body, in document order. */
export interface BodyImage {
  /** Absolute `http(s)` or site-relative URL. */
  readonly src: string;
  readonly alt: string;
  /** In CSS pixels, when the source says or hints it. */
  readonly width?: number;
  readonly height?: number;
}

/** A project-link that was judged to name a company or product, and is kept as a link to the project's page. */
export interface ProjectMention {
  /** The source's id, as `readProjectId` has it: it is a segment of a URL and of a file path. */
  readonly id: string;
  /** The name as the source's tagger knows it (`data-name`), plain text. */
  readonly name: string;
  /** The name as first written in this article, plain text. */
  readonly text: string;
  /** Other names that this article writes, in order of first use. Absent: none. */
  readonly texts?: readonly string[];
  /** Where an author named the project by hand (`project:ID`): line and column in the file, from 1. Absent: a tagger did. */
  readonly written?: { readonly line: number; readonly column: number };
  /** Absolute `http(s)` URL of the source's page about the project. */
  readonly href?: string;
  /** Absolute `http(s)` URL of a logo. */
  readonly logo?: string;
  /** The sentence of the first mention, plain text, at most 120 graphemes. */
  readonly sentence: string;
}

/** How long a body is, for the reading time: characters of scripts without spaces, and words of the others. */
export interface TextCount {
  /** Han, kana and hangul, in code points. */
  readonly characters: number;
  /** Space-separated words of other scripts. */
  readonly words: number;
}

/** A body after cleaning, with everything that was learnt on the way, so that nothing has to read it twice. */
export interface CleanedBody {
  readonly html: SafeHtml;
  /** Opening text of the body, plain, at most `policy.excerptLength` graphemes, "" when the body has no text. */
  readonly excerpt: string;
  /** The body's whole text, plain, blocks separated by newlines: what search indexes. */
  readonly text: string;
  readonly count: TextCount;
  readonly outline: readonly OutlineEntry[];
  readonly images: readonly BodyImage[];
  /** One per project id, in order of first mention. */
  readonly projects: readonly ProjectMention[];
  /** What was removed or repaired that an author should know; `file` and line are those of the article. */
  readonly diagnostics: readonly Diagnostic[];
}
