import type { ArticleKey } from './article-keys.ts';
import { quoteValue } from './collect-diagnostics.ts';
import { type FrontMatterNode, isNull } from './front-matter-node.ts';
import { parseDate } from './parse-date.ts';
import type { ReadingContext } from './read-text.ts';

/** UTC instants, ms. */
export interface ArticleDates {
  /** Absent: no date can be told, which was reported. */
  readonly date?: number;
  readonly updated?: number;
}

export interface DateSources {
  readonly timeZone: string;
  /** From the name of the file. */
  readonly named?: number;
  /** From git or the file system. */
  readonly fallback?: number;
  /** Without a date it is 0, and nothing is reported. */
  readonly dateless: boolean;
}

/**
 * Reads when an article was published and changed. A date that can not be read is an error; for one that is missing
 * the name of the file counts, then the fallback.
 */
export function readArticleDates(
  known: ReadonlyMap<ArticleKey, FrontMatterNode>,
  sources: DateSources,
  context: ReadingContext,
): ArticleDates {
  const date = readDate(known.get('date'), sources, context);
  if (date === undefined) return {};
  const updated = readUpdated(known.get('updated'), date, sources.timeZone, context);
  return updated === undefined ? { date } : { date, updated };
}

function readDate(
  node: FrontMatterNode | undefined,
  sources: DateSources,
  context: ReadingContext,
): number | undefined {
  const { report } = context;
  if (node !== undefined && hasValue(node)) {
    const written = writtenDate(node, context);
    const reading = parseDate(written, sources.timeZone);
    if (reading.kind === 'date') {
      for (const { rule, message } of reading.notes) report(rule, node.start, message);
      return reading.time;
    }
    if (reading.kind === 'invalid') {
      report(
        'invalid-date',
        node.start,
        `"date" can not be read, since ${reading.reason}: ${quoteValue(written)}.`,
      );
      return undefined;
    }
    report('placeholder-date', node.start, `"date" is ${quoteValue(written)}: it counts as missing.`);
  }
  if (sources.named !== undefined) return sources.named;
  if (sources.dateless) return 0;
  const offset = node?.start ?? 0;
  if (sources.fallback === undefined) {
    report('missing-date', offset, 'There is no date, and none in the name of the file.');
  } else {
    report(
      'guessed-date',
      offset,
      `There is no date; that of the file is taken: ${isoOf(sources.fallback)}.`,
    );
  }
  return sources.fallback;
}

function readUpdated(
  node: FrontMatterNode | undefined,
  date: number,
  timeZone: string,
  context: ReadingContext,
): number | undefined {
  if (node === undefined || !hasValue(node)) return undefined;
  const written = writtenDate(node, context);
  const reading = parseDate(written, timeZone);
  if (reading.kind === 'date' && reading.time >= date) return reading.time;
  if (reading.kind === 'placeholder') return undefined;
  const reason = reading.kind === 'invalid' ? reading.reason : 'it is before "date"';
  context.report(
    'invalid-updated',
    node.start,
    `"updated" is left out, since ${reason}: ${quoteValue(written)}.`,
  );
  return undefined;
}

function hasValue(node: FrontMatterNode): boolean {
  return !isNull(node) && (node.kind !== 'text' || node.text.trim() !== '');
}

/** A list or a map is no date; as it is written, it is quoted in the message. */
function writtenDate(node: FrontMatterNode, { text }: ReadingContext): string {
  return node.kind === 'text' ? node.text : text.slice(node.start, node.end);
}

function isoOf(time: number): string {
  return Number.isFinite(new Date(time).getTime()) ? new Date(time).toISOString() : String(time);
}
