import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUILD_FLAGS } from './build-flags.ts';
import { readCommandLine, runCommand, UsageError } from './command-line.ts';
import { nameArticleFile, scaffoldArticle } from './scaffold-article.ts';

const USAGE = `
Usage: npm run -s new -- "Title" [flags]

Makes an article to write in.

  --category A/B/C   its category path, parent to child (default: none)
  --draft            mark it as a draft
  --content DIR      the content folder (default: content)
`;

await runCommand(USAGE, async (args) => {
  const { values, positionals } = readCommandLine(args, {
    content: BUILD_FLAGS.content,
    category: { type: 'string', default: '' },
    draft: { type: 'boolean', default: false },
  });
  const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
  if (title === '') throw new UsageError('An article needs a title.');
  const categories = values.category
    .split('/')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const folder = path.join(articlesFolder(values.content), ...categories.map(nameArticleFile));
  const file = freeName(folder, nameArticleFile(title));
  mkdirSync(folder, { recursive: true });
  // `wx`: a file that appeared in the meantime is somebody's work.
  writeFileSync(file, scaffoldArticle({ title, categories, draft: values.draft, date: new Date() }), {
    flag: 'wx',
  });
  process.stdout.write(`${file}\n`);
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
