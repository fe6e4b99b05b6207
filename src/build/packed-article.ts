import { packJson } from './packed-json.ts';
import type { PreparedArticle } from './store.ts';
import { packBody, type StoredBody } from './stored-body.ts';

/** What became of a source as the store keeps it: made by a worker, put by whoever has the store. */
export interface PackedArticle {
  /** Of a `PreparedArticle`, as `packJson` has it. */
  readonly record: Uint8Array;
  /** See `PreparedArticle`. */
  readonly datedFromOutside: boolean;
  /** Of an article that is published. */
  readonly body?: Uint8Array;
  readonly bodyDigest?: string;
}

/** @param body - Of an article that is sound. */
export function packArticle(article: PreparedArticle, body?: StoredBody): PackedArticle {
  return {
    record: packJson(article),
    datedFromOutside: article.ok && article.datedFromOutside === true,
    ...(article.ok && body && { body: packBody(body), bodyDigest: article.summary.bodyDigest }),
  };
}
