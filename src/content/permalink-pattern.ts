import { isReservedUrl } from './reserved-url.ts';
import { suggestName } from './suggest-name.ts';

/** What the names in a permalink pattern stand for, in Hexo's meaning where Hexo has the name. */
export const permalinkNames = Object.freeze({
  id: "ten letters and digits drawn from the article's path, never another's",
  hash: 'the same',
  abbrlink: "the article's `abbrlink`; without one its id",
  slug: "the article's `slug`; without one the name of its file",
  name: 'the same',
  title: 'the same, behind the folders that the file is in',
  post_title: 'its title',
  category: 'the names of its first category; `uncategorized` without one',
  year: 'its date: four digits',
  month: 'two digits',
  day: 'two digits',
  i_month: 'without a zero in front',
  i_day: 'without a zero in front',
  hour: 'two digits',
  minute: 'two digits',
  second: 'two digits',
});

export type PermalinkName = keyof typeof permalinkNames;

/** Names that tell articles apart. */
const TELLING: ReadonlySet<string> = new Set<PermalinkName>([
  'id',
  'hash',
  'abbrlink',
  'slug',
  'name',
  'title',
  'post_title',
]);

const NAME = /:([A-Za-z_]+)/g;

/** A pattern with its names replaced. @param pattern - Without faults. */
export function fillPattern(pattern: string, fillName: (name: PermalinkName) => string): string {
  return pattern.replace(NAME, (_, name: PermalinkName) => fillName(name));
}

export function listPatternNames(pattern: string): readonly string[] {
  return [...pattern.matchAll(NAME)].map((match) => match[1]!);
}

/** An address that the pattern makes of an article that is like many others. */
function sampleAddress(pattern: string): string {
  const filled = fillPattern(pattern, (name) =>
    /year|month|day|hour|minute|second/.test(name) ? '2022' : 'a-name',
  );
  return filled.startsWith('/') ? filled : `/${filled}`;
}

/** What keeps a text from being a permalink pattern, to follow "expected …"; undefined when nothing does. */
export function findPatternFault(pattern: string): string | undefined {
  const names = listPatternNames(pattern);
  const unknown = names.find((name) => !Object.hasOwn(permalinkNames, name));
  if (unknown !== undefined) {
    const known = Object.keys(permalinkNames);
    const meant = suggestName(unknown, known);
    return meant === undefined
      ? `names such as ${known.map((name) => `:${name}`).join(', ')}, not ":${unknown}"`
      : `a name that is known, not ":${unknown}". Did you mean ":${meant}"?`;
  }
  if (!names.some((name) => TELLING.has(name)))
    return 'a name that tells articles apart, such as :id, :title or :slug';
  if (!/(?:\/|\.html?)$/.test(pattern)) return 'a "/", ".html" or ".htm" at its end';
  if (/[\s?#%\\]|\/\/|(?:^|\/)\./.test(pattern)) return 'a path without spaces, "?", "#", "%" and ".."';
  return isReservedUrl(sampleAddress(pattern))
    ? 'a path that the site does not keep for its own pages'
    : undefined;
}
