import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { BuildError } from '../build/build-options.ts';
import { decodeFeed } from '../import/decode-feed.ts';
import { isWxr, parseWxr, type WxrExport } from '../import/wordpress/parse-wxr.ts';
import { readWordpressArticles } from '../import/wordpress/read-wordpress-articles.ts';
import { ArticleShelf, articlesFolder, writeInside } from './article-shelf.ts';
import { type ImportJob, tellOutcome } from './import-job.ts';
import { ImportTally } from './import-tally.ts';

/** A string can not be longer in V8; exports that are come in several files. */
const MOST_BYTES = 500 * 1024 * 1024;

/**
 * Imports a WordPress export: posts, pages, categories, tags, dates, authors and addresses.
 *
 * @returns The exit status: 1 when something could not be imported.
 */
export async function importWordpress(file: string, job: ImportJob): Promise<number> {
  const wxr = readExport(file);
  const { timeZone, basePath } = job.config;
  const { articles, diagnostics } = readWordpressArticles(wxr, { name: file, timeZone, basePath });
  const shelves = {
    article: await ArticleShelf.open(await articlesFolder(job.content), job.shelf),
    page: await ArticleShelf.open(path.join(job.content, 'pages'), job.shelf),
  };
  writeSiteYaml(wxr, job);
  const guids = new Set(articles.flatMap(({ article }) => article.guid ?? []));
  const tally = new ImportTally();
  for (const { article, kind, folders, name } of articles)
    tally.add(shelves[kind].put(article, { folders, name }, guids));
  return tellOutcome({ name: file, ok: true, tally, diagnostics }, job) ? 0 : 1;
}

function readExport(file: string): WxrExport {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile())
    throw new BuildError(`${file} is ${found === undefined ? 'not there' : 'a folder, not a file'}.`);
  if (found.size > MOST_BYTES)
    throw new BuildError(`${file} is too large to be read at once; export it in several files.`);
  const text = decodeFeed(readFileSync(file));
  if (!isWxr(text)) {
    throw new BuildError(
      `${file} is no WordPress export. Make one in WordPress under Tools › Export; a feed is read by "import feed".`,
    );
  }
  return parseWxr(text);
}

/** What the export says of the site, for a content folder without a `site.yaml`. */
function writeSiteYaml(
  { title, description, url, language }: WxrExport,
  { content, shelf }: ImportJob,
): void {
  if (shelf.dryRun || existsSync(path.join(content, 'site.yaml'))) return;
  const given = Object.entries({ title, description, url, language }).filter(([, value]) => value !== '');
  if (given.length > 0)
    writeInside(content, 'site.yaml', stringify(Object.fromEntries(given), { lineWidth: 0 }));
}
