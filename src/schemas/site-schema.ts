import * as z from 'zod';
import type { JsonValue } from '../content/article.ts';
import { siteConfigSchema } from '../content/site-config-schema.ts';
import type { JsonSchema } from './article-schema.ts';

/** The JSON Schema (draft 7, which editors know best) of `site.yaml`. */
export function makeSiteSchema(): JsonSchema {
  const schema = z.toJSONSchema(siteConfigSchema, { target: 'draft-7', io: 'input' });
  return { title: 'site.yaml', ...(withoutSafeRange(schema as JsonValue) as JsonSchema) };
}

/** zod bounds whole numbers by what a double can hold exactly; to a person that is no bound. */
function withoutSafeRange(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(withoutSafeRange);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([, inner]) => inner !== Number.MAX_SAFE_INTEGER && inner !== Number.MIN_SAFE_INTEGER,
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSafeRange(inner)]));
}
