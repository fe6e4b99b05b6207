import { readFileSync } from 'node:fs';
import path from 'node:path';
import { validateXML } from 'xmllint-wasm';
import * as z from 'zod';

/** The published rules of a format, as files in `schemas/`. */
export type SchemaName = 'atom.rng' | 'opml.rng' | 'rss.rng' | 'sitemap.xsd' | 'siteindex.xsd';

/** The rules that hold for a file of the output, by its path; `undefined` for what is no feed, list of feeds or sitemap. */
export function schemaFor(file: string): SchemaName | 'json-feed' | undefined {
  const name = path.posix.basename(file);
  if (name === 'atom.xml') return 'atom.rng';
  if (name === 'feed.xml') return 'rss.rng';
  if (name === 'feed.json') return 'json-feed';
  if (name === 'feeds.opml') return 'opml.rng';
  if (name === 'sitemap.xml') return 'siteindex.xsd';
  return /^sitemap-.*\.xml$/.test(name) ? 'sitemap.xsd' : undefined;
}

/** What libxml2 has against files that are to follow a schema: `name:line: message`; none for valid ones. */
export async function findXmlFaults(
  schema: SchemaName,
  files: readonly { readonly fileName: string; readonly contents: string }[],
): Promise<string[]> {
  const { errors } = await validateXML({
    xml: files,
    schema: readSchema(schema),
    preload: schema === 'sitemap.xsd' ? [readSchema('sitemap-news.xsd')] : [],
    extension: schema.endsWith('.rng') ? 'relaxng' : 'schema',
  });
  return errors.map(({ message, loc }) => `${loc?.fileName}:${loc?.lineNumber}: ${message}`);
}

function readSchema(fileName: string) {
  return { fileName, contents: readFileSync(path.join(import.meta.dirname, 'schemas', fileName), 'utf8') };
}

const url = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: true });
const author = z
  .strictObject({ name: z.string().optional(), url: url.optional(), avatar: url.optional() })
  .refine((said) => Object.keys(said).length > 0);
const item = z
  .strictObject({
    id: z.string().min(1),
    url: url.optional(),
    external_url: url.optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: url.optional(),
    banner_image: url.optional(),
    date_published: instant.optional(),
    date_modified: instant.optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string()).optional(),
    language: z.string().optional(),
  })
  .refine((said) => said.content_html !== undefined || said.content_text !== undefined);

/** JSON Feed 1.1: www.jsonfeed.org/version/1.1. Stricter in that it knows no extensions: there are none here. */
export const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: url.optional(),
  feed_url: url.optional(),
  description: z.string().optional(),
  icon: url.optional(),
  favicon: url.optional(),
  language: z.string().optional(),
  authors: z.array(author).optional(),
  items: z.array(item).refine((items) => new Set(items.map(({ id }) => id)).size === items.length),
});
