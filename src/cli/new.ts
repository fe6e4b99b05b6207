import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openContent } from '../build/open-content.ts';
import { defaultSiteConfig } from '../content/site-config-defaults.ts';
import { createPermalinkFiller } from '../site/fill-permalink.ts';
import { href } from '../site/link.ts';
import { defaultUrl } from '../site/permalink.ts';
import { type ArticleWish, askArticle, splitCategories } from './ask-article.ts';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { listCategories } from './list-categories.ts';
import { nameArticleFile, scaffoldArticle } from './scaffold-article.ts';

const USAGE = `
Usage: npm run -s new -- ["Title"] [flags]

Makes an article to write in, and says where it is and where "npm run dev" shows it. What is not given is asked for at a
terminal, which offers the categories there are.

  --category A/B/C   its category path, parent to child (default: none)
  --draft            mark it as a draft
  --content DIR      the content folder (default: content)
`;

/** Where the preview is, unless something else is there. */
const PREVIEW = 'http://127.0.0.1:8080';

await runCommand(USAGE, async (args) => {
  const { values, positionals } = readCommandLine(
    args,
    {
      content: BUILD_FLAGS.content,
      category: { type: 'string' },
      draft: { type: 'boolean' },
    },
    { takesWords: true },
  );
  const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
  // The first article of all makes the folder; one that was named is there already, or was mistyped.
  const isFirst = values.content === BUILD_FLAGS.content.default && !existsSync(values.content);
  const content = isFirst ? undefined : await openContent(path.resolve(values.content));
  const wish: ArticleWish = {
    ...(title === '' ? {} : { title }),
    ...(values.category === undefined ? {} : { categories: splitCategories(values.category) }),
    ...(values.draft === undefined ? {} : { draft: values.draft }),
  };
  const isComplete = wish.title !== undefined && wish.categories !== undefined;
  const asks = process.stdin.isTTY === true && process.stdout.isTTY === true;
  if (!asks && wish.title === undefined) throw new UsageError('An article needs a title.');
  const complete =
    asks && !isComplete
      ? await askArticle(wish, content === undefined ? [] : listCategories(content))
      : { title, categories: [], draft: false, ...wish };
  if (complete === undefined) {
    process.stderr.write('Nothing was made.\n');
    return 1;
  }
  const articles = articlesFolder(values.content);
  const folder = path.join(articles, ...complete.categories.map(nameArticleFile));
  const file = freeName(folder, nameArticleFile(complete.title));
  mkdirSync(folder, { recursive: true });
  // `wx`: a file that appeared in the meantime is somebody's work.
  const { basePath, permalink, timeZone } = content?.config ?? defaultSiteConfig;
  const date = Date.now();
  writeFileSync(file, scaffoldArticle({ ...complete, date, timeZone }), { flag: 'wx' });
  const sourcePath = path.relative(articles, file).split(path.sep).join('/').normalize('NFC');
  const filler = createPermalinkFiller(permalink, timeZone);
  const url =
    filler?.fill({
      sourcePath,
      title: complete.title,
      categories: complete.categories.length === 0 ? [] : [complete.categories],
      date,
    }) ?? defaultUrl(sourcePath);
  process.stdout.write(`${file}\n${PREVIEW}${href(basePath, url)}  (npm run dev)\n`);
  return 0;
});

/** Articles lie in `articles/` where that exists or the folder is new, else in the content folder itself. */
function articlesFolder(content: string): string {
  const articles = path.join(content, 'articles');
  const isNew = !existsSync(content) || readdirSync(content).length === 0;
  return isNew || (statSync(articles, { throwIfNoEntry: false })?.isDirectory() ?? false)
    ? articles
    : content;
}

/** `title.md`, or `title-2.md` and so on when there is one. */
function freeName(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const file = path.join(folder, number === 1 ? `${name}.md` : `${name}-${number}.md`);
    if (!existsSync(file)) return file;
  }
}
