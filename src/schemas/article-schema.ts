import type { JsonValue } from '../content/article.ts';
import { type ArticleKeyShape, articleKeyGuide } from '../content/article-key-guide.ts';
import { type ArticleKey, articleKeyNames, articleKeys, findArticleKey } from '../content/article-keys.ts';
import { MAX_NAMES } from '../content/read-names.ts';

/** A JSON Schema, as plain data. */
export type JsonSchema = { readonly [key: string]: JsonValue };

const NAME = Object.freeze({ type: ['string', 'number'] });
const HTTP_ADDRESS = '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$';
const SITE_PATH = '^/(?![/\\\\])';
/** A key that is written, but says nothing: scrapers leave such keys behind. */
const NOTHING = '^\\s*$';

/** What each shape is in JSON Schema. What an editor underlines, `check` would find too. */
const SHAPES: Readonly<Record<ArticleKeyShape, JsonSchema>> = Object.freeze({
  text: NAME,
  // YAML editors take 2024-03-01 for a string, and an epoch for a number.
  date: NAME,
  switch: { type: 'boolean' },
  'switch-or-rank': { type: ['boolean', 'integer'] },
  names: { anyOf: [NAME, { type: 'array', items: NAME, uniqueItems: true }] },
  'category-paths': {
    anyOf: [NAME, { type: 'array', items: NAME }, { type: 'array', items: { type: 'array', items: NAME } }],
  },
  address: { type: 'string', pattern: `${HTTP_ADDRESS}|${NOTHING}` },
  'address-or-path': { type: 'string', pattern: `${HTTP_ADDRESS}|^//|${SITE_PATH}|${NOTHING}` },
  path: { type: 'string', minLength: 1, pattern: '^(?![a-zA-Z][a-zA-Z0-9+.-]*:)' },
  paths: {
    anyOf: [
      { type: 'string' },
      { type: 'array', items: { type: 'string' }, maxItems: MAX_NAMES.aliases, uniqueItems: true },
    ],
  },
  language: { type: 'string', pattern: '^[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*$' },
});

/**
 * The JSON Schema (draft 7, which editors know best) of an article's front matter. Other keys are allowed: they are kept as
 * data.
 */
export function makeArticleSchema(): JsonSchema {
  const properties = Object.fromEntries(articleKeys.map((key) => [key, propertyOf(key)]));
  const synonyms = articleKeyNames.filter((name) => !(name in properties));
  for (const name of synonyms) {
    const key = findArticleKey(name)!;
    properties[name] = { ...SHAPES[articleKeyGuide[key].shape], description: `Another name of "${key}".` };
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Front matter of an article',
    type: 'object',
    properties,
    additionalProperties: true,
  };
}

function propertyOf(key: ArticleKey): JsonSchema {
  const { shape, description } = articleKeyGuide[key];
  const limit = shape === 'names' && key in MAX_NAMES ? MAX_NAMES[key as keyof typeof MAX_NAMES] : undefined;
  return {
    ...SHAPES[shape],
    description: limit === undefined ? description : `${description} At most ${limit}.`,
  };
}
