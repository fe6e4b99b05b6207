import { cleanText } from './clean-text.ts';
import { parseDate } from './parse-date.ts';

/** What the path of an article says about it. */
export interface FileNameReading {
  /** Plain text, never empty: the name without extension and date; of an `index` file, the name of its folder. */
  readonly title: string;
  /** UTC instant, ms: midnight in the site's zone of a date that the name begins with. */
  readonly date?: number;
}

/** `2022-01-06-title`, `2022_01_06 title`, `20220106-title`, `20220106`; the date may be all there is. */
const DATED = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?:[-_.\s]+|$)(.*)$/su;

/**
 * Reads the title and date that an article's path stands for, for want of better ones.
 *
 * @param path - Relative to the articles folder, with forward slashes.
 */
export function readFileName(path: string, timeZone: string): FileNameReading {
  const segments = path.split('/');
  const base = segments.at(-1)!.replace(/\.[^.]*$/, '');
  const name = base.toLowerCase() === 'index' && segments.length > 1 ? segments.at(-2)! : base;
  const dated = DATED.exec(name);
  // A name such as 20221399.md is no date, and all of it is the title.
  const date = dated === null ? undefined : parseDate(`${dated[1]}-${dated[3]}-${dated[4]}`, timeZone);
  if (dated === null || date?.kind !== 'date') return { title: titleOf(name) };
  return { title: titleOf(dated[5] || name), date: date.time };
}

function titleOf(name: string): string {
  return cleanText(name).text || 'Untitled';
}
