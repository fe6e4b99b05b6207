import type { Diagnostic } from '../diagnostic.ts';
import { readAddressPlaces } from './address-places.ts';
import type { Article } from './article.ts';
import { classifySourcePath } from './article-file.ts';
import { isBlank } from './clean-text.ts';
import { collectDiagnostics, type DiagnosticCollector } from './collect-diagnostics.ts';
import { decodeText } from './decode-text.ts';
import { detectBodyFormat } from './detect-body-format.ts';
import { readFrontMatter } from './front-matter.ts';
import { type GroupedEntries, groupEntries } from './group-entries.ts';
import { locateOffset } from './locate-offset.ts';
import { readArticleDates } from './read-article-dates.ts';
import { readArticleFields, readTitle } from './read-article-fields.ts';
import { readData } from './read-data.ts';
import { readFileName } from './read-file-name.ts';
import type { Limits } from './site-config.ts';

/** A file that is taken for an article. */
export interface ArticleSource {
  /** Relative to the articles folder, with forward slashes, as on disk. */
  readonly path: string;
  /** How diagnostics name it: relative to the content folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** UTC instant, ms: what git or the file system knows. It counts, with a warning, where the file says no date. */
  readonly fallbackDate?: number;
  /** A page, which shows no date: one that is missing is 0, without a warning. Default: false. */
  readonly dateless?: boolean;
}

export interface ParseOptions {
  /** IANA name of the zone that dates without one are in. */
  readonly timeZone: string;
  readonly limits: Pick<Limits, 'fileBytes'>;
}

export type ParsedArticle =
  | {
      readonly ok: true;
      readonly article: Article;
      /** The file's text, decoded. */
      readonly text: string;
      /** Where the values of known keys stand in it. */
      readonly known: GroupedEntries['known'];
      /** Warnings. */
      readonly diagnostics: readonly Diagnostic[];
    }
  /** The article is quarantined; an error at least is among the diagnostics. */
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Reads one article. Whatever the bytes are, the result is an article or the reasons why there is none: it does not throw.
 * It depends on its arguments alone, so that the same file gives the same article on every machine.
 */
export function parseArticle(source: ArticleSource, options: ParseOptions): ParsedArticle {
  const { bytes, file } = source;
  if (bytes.length > options.limits.fileBytes) {
    const collector = collectDiagnostics(file, '');
    const message = `The file has ${bytes.length} bytes; the limit is ${options.limits.fileBytes}.`;
    collector.report('file-too-large', 0, message);
    return { ok: false, diagnostics: collector.diagnostics };
  }
  const { text, fault } = decodeText(bytes);
  const collector = collectDiagnostics(file, text);
  if (fault !== undefined) collector.report(fault.rule, fault.offset, fault.message);
  else if (isBlank(text)) collector.report('empty-file', 0, 'The file is empty.');
  const read = collector.hasError() ? undefined : readArticle(text, source, options, collector);
  const { diagnostics } = collector;
  return read === undefined || collector.hasError()
    ? { ok: false, diagnostics }
    : { ok: true, ...read, text, diagnostics };
}

function readArticle(
  text: string,
  source: ArticleSource,
  { timeZone }: ParseOptions,
  { report }: DiagnosticCollector,
): { readonly article: Article; readonly known: GroupedEntries['known'] } | undefined {
  const frontMatter = readFrontMatter(text, report);
  if (!frontMatter.ok) return undefined;
  const context = { text, report };
  const { known, unknown } = groupEntries(frontMatter.entries, report);
  const name = readFileName(source.path, timeZone);
  const dates = readArticleDates(
    known,
    {
      timeZone,
      dateless: source.dateless ?? false,
      ...(name.date === undefined ? {} : { named: name.date }),
      ...(source.fallbackDate === undefined ? {} : { fallback: source.fallbackDate }),
    },
    context,
  );
  if (dates.date === undefined) return undefined;
  const addressPlaces = readAddressPlaces(known, text);
  const body = text.slice(frontMatter.bodyStart);
  if (isBlank(body)) report('empty-body', frontMatter.bodyStart, 'There is nothing after the front matter.');
  const article: Article = {
    sourcePath: source.path,
    title: readTitle(known.get('title'), name.title, context),
    date: dates.date,
    ...(dates.updated === undefined ? {} : { updated: dates.updated }),
    ...readArticleFields(known, context),
    ...(addressPlaces && { addressPlaces }),
    data: readData(unknown, context),
    format: formatOf(source.path, body),
    body,
    bodyLine: locateOffset(text, frontMatter.bodyStart).line,
  };
  return { article, known };
}

function formatOf(path: string, body: string): Article['format'] {
  const named = classifySourcePath(path);
  return named.kind === 'article' && named.format === 'html' ? 'html' : detectBodyFormat(body);
}
