import { type ArticleFacts, checkArticle } from '../../src/check/check-article.ts';
import { parseArticle } from '../../src/content/parse-article.ts';
import { createUrlResolver } from '../../src/html/resolve-url.ts';

/** What is found in a file by itself: `line rule message` of each, and the facts. */
export function checkFile(
  text: string,
  file = 'a.md',
): { readonly found: readonly string[]; readonly facts: ArticleFacts } {
  const bytes = Buffer.from(text);
  const parsed = parseArticle(
    { path: file, file, bytes, fallbackDate: 0 },
    { timeZone: 'UTC', limits: { fileBytes: 1e7 } },
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const urls = createUrlResolver({
    site: new URL('https://news.example.org/daily/'),
    basePath: '/daily/',
    sourceUrl: parsed.article.sourceUrl,
  });
  const { findings, facts } = checkArticle(parsed, { urls, language: 'zh-CN' });
  const found = findings
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ rule, offset }) => {
      const before = text.slice(0, offset).split('\n');
      return `${before.length}:${before.at(-1)!.length + 1} ${rule}`;
    });
  return { found, facts };
}

const FRONT_MATTER = '---\ntitle: 桥\ndate: 2024-03-01\n---\n';

/** What is found in a body, which begins in line 1: as Markdown, or as HTML where it begins with a tag. */
export function checkBody(body: string, file = 'a.md'): readonly string[] {
  return checkFile(FRONT_MATTER + body, file).found.map((line) =>
    line.replace(/^\d+/, (number) => String(Number(number) - 4)),
  );
}
