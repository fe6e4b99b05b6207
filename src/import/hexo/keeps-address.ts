import { parseArticle } from '../../content/parse-article.ts';
import type { PermalinkFiller } from '../../site/fill-permalink.ts';
import { toUrlRequest } from '../../site/permalink.ts';
import { checkUrlPath } from '../../site/url-path.ts';
import type { HexoTarget, PlannedFile } from './hexo-site.ts';

/**
 * Whether an article is published at an address without asking for it, by the pattern of the site that it is imported into.
 *
 * @param file - An article as it would be written, without a `permalink`.
 * @param address - Site-relative.
 */
export function keepsAddress(
  file: PlannedFile,
  address: string,
  filler: PermalinkFiller,
  { timeZone, fileBytes }: Pick<HexoTarget, 'timeZone' | 'fileBytes'>,
): boolean {
  const bytes = Buffer.from(file.text);
  const parsed = parseArticle(
    { path: file.path, file: file.path, bytes },
    { timeZone, limits: { fileBytes } },
  );
  if (!parsed.ok) return false;
  const sourcePath = file.path.replace(/^articles\//, '');
  const wish = toUrlRequest({ ...parsed.article, sourcePath }, filler)?.wish;
  if (wish === undefined) return false;
  const [given, kept] = [checkUrlPath(wish.path), checkUrlPath(address)];
  return given.ok && kept.ok && given.url === kept.url;
}
