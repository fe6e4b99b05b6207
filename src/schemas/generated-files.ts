import { makeArticleSchema } from './article-schema.ts';
import { makeArticleSnippets } from './article-snippets.ts';
import { renderConfiguration } from './render-configuration.ts';
import { renderFrontMatter } from './render-front-matter.ts';
import { makeSiteSchema } from './site-schema.ts';

/** A file of the repository that is made from the code, and committed so that editors and readers find it. */
export interface GeneratedFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** All files that `npm run schemas` writes. */
export function listGeneratedFiles(): readonly GeneratedFile[] {
  return [
    { path: 'schemas/site.schema.json', text: json(makeSiteSchema()) },
    { path: 'schemas/article.schema.json', text: json(makeArticleSchema()) },
    { path: '.vscode/front-matter.code-snippets', text: json(makeArticleSnippets()) },
    { path: 'docs/configuration.md', text: renderConfiguration() },
    { path: 'docs/front-matter.md', text: renderFrontMatter() },
  ];
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
