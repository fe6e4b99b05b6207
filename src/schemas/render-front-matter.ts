import { type ArticleKeyShape, articleKeyGuide } from '../content/article-key-guide.ts';
import { articleKeyNames, articleKeys, findArticleKey } from '../content/article-keys.ts';

/** What each shape is called in the reference. */
const WORDS: Readonly<Record<ArticleKeyShape, string>> = Object.freeze({
  text: 'text',
  date: 'date',
  switch: '`true` or `false`',
  'switch-or-rank': '`true`, `false` or a rank',
  names: 'name, or list of names',
  'category-paths': 'name, path, or list of paths',
  address: 'address (http or https)',
  'address-or-path': 'address, or path of the site',
  path: 'path of the site',
  paths: 'path, or list of paths',
  language: 'language tag (BCP 47)',
});

const INTRODUCTION = `What an article can say about itself, between two lines of \`---\` at its top. All of it may be left out. Only YAML and JSON are
read; keys that are not listed here are kept as data and steer nothing. \`npm run check\` says what is wrong, and
[rules.md](rules.md) what each finding means.

In VS Code, type a key's name in an article and press Ctrl+Space: the snippets in \`.vscode/\` complete it; \`article\` makes a whole front
matter. Editors whose YAML server can be given Markdown files (Neovim's, for one) check it by \`schemas/article.schema.json\`.

This page is generated from the table that names the keys: \`npm run schemas\` writes it.`;

/** The reference of the front matter (`docs/front-matter.md`), in Markdown. */
export function renderFrontMatter(): string {
  const rows = articleKeys.map((key) => {
    const { shape, description, example } = articleKeyGuide[key];
    const others = articleKeyNames.filter((name) => name !== key && findArticleKey(name) === key);
    const also = others.length === 0 ? '' : ` Also: ${others.map((name) => `\`${name}\``).join(', ')}.`;
    return `| \`${key}\` | ${WORDS[shape]} | ${description}${also} | \`${example}\` |`;
  });
  const table = ['| key | value | meaning | example |', '|---|---|---|---|', ...rows].join('\n');
  return `${['# Front matter', INTRODUCTION, table].join('\n\n')}\n`;
}
