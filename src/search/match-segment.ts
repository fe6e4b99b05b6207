import { CHUNK_DOCUMENTS, toSeconds } from './address-chunk.ts';
import { Field } from './article-terms.ts';
import type { IndexFiles } from './index-files.ts';
import type { ManifestSegment } from './manifest.ts';
import type { QueryPlan } from './plan-query.ts';
import type { Query } from './query.ts';
import { findTerm, findWord, type Hits, intersectHits, keepHits, subtractHits } from './term-hits.ts';
import type { Term } from './unit-plan.ts';

/** What a text of the query in the title adds to a document's score; in a project's name it adds 1. */
const TITLE_SCORE = 16;

/** Documents of a segment in which, by the index, all may hold that is asked for. The arrays are side by side. */
export interface SegmentMatches {
  readonly segment: ManifestSegment;
  /** Ordinals, ascending. */
  readonly documents: Uint32Array;
  /** How well each matches: more for texts of the query that are in its title or a project's name. */
  readonly scores: Uint8Array;
}

/**
 * As few documents are rather looked at than thinned out by further terms: a shard weighs as much as several pages. So some
 * of what is found may lack what is asked for, unless the query is certain.
 */
const FEW = 4;

/** Finds the documents of one segment for a query. */
export async function matchSegment(
  files: IndexFiles,
  segment: ManifestSegment,
  { units, excludedUnits, query }: QueryPlan,
): Promise<SegmentMatches> {
  const find = (terms: readonly Term[]) => Promise.all(terms.map((term) => findTerm(files, segment, term)));
  const findFacets = (facets: readonly string[]) =>
    Promise.all(facets.map((facet) => findWord(files, segment, facet)));
  const certainlyExcluded = excludedUnits.filter(({ isCertain }) => isCertain);
  const [found, facets, excluded, excludedFacets, range] = await Promise.all([
    find(units.map(({ terms }) => terms[0]!)),
    findFacets(query.facets),
    find(certainlyExcluded.map(({ terms }) => terms[0]!)),
    findFacets(query.excludedFacets),
    findDates(files, segment, query),
  ]);
  let hits = intersectAll([...found, ...facets], segment);
  for (const part of [...excluded, ...excludedFacets]) hits = subtractHits(hits, part.documents);
  hits = subtractHits(hits, segment.dead);
  if (range.from > 0 || range.until < segment.documents) {
    const { documents } = hits;
    hits = keepHits(hits, (at) => documents[at]! >= range.from && documents[at]! < range.until);
  }
  for (const term of units.flatMap(({ terms }) => terms.slice(1))) {
    if (hits.documents.length <= FEW) break;
    hits = intersectHits(hits, await findTerm(files, segment, term));
  }
  return { segment, documents: hits.documents, scores: scoreHits(hits.documents, found) };
}

/** The smallest lists first. Without any list, all documents of the segment. */
function intersectAll(lists: readonly Hits[], segment: ManifestSegment): Hits {
  if (lists.length === 0) return allDocuments(segment);
  return [...lists].sort((a, b) => a.documents.length - b.documents.length).reduce(intersectHits);
}

function allDocuments({ documents }: ManifestSegment): Hits {
  return {
    documents: Uint32Array.from({ length: documents }, (_, ordinal) => ordinal),
    fields: new Uint8Array(documents),
  };
}

/**
 * Scores by the first term of each text alone: whether the further ones are looked up depends on how documents are parted,
 * and the order of results must not.
 *
 * @param found - For each text of the query, the documents that have its first term; all of `documents` are among them.
 */
function scoreHits(documents: Uint32Array, found: readonly Hits[]): Uint8Array {
  const scores = new Uint8Array(documents.length);
  for (const hits of found) {
    let place = 0;
    for (let at = 0; at < documents.length; at += 1) {
      while (hits.documents[place]! < documents[at]!) place += 1;
      const fields = hits.fields[place]!;
      if ((fields & Field.TITLE) !== 0) scores[at]! += TITLE_SCORE;
      if ((fields & Field.PROJECT) !== 0) scores[at]! += 1;
    }
  }
  return scores;
}

interface OrdinalRange {
  readonly from: number;
  readonly until: number;
}

/** The ordinals of a segment that are within the dates of a query. */
async function findDates(
  files: IndexFiles,
  segment: ManifestSegment,
  { from, until }: Query,
): Promise<OrdinalRange> {
  const [first, end] = await Promise.all([
    from === undefined ? 0 : findDate(files, segment, toSeconds(from)),
    until === undefined ? segment.documents : findDate(files, segment, toSeconds(until)),
  ]);
  return { from: first, until: end };
}

/** How many documents of a segment are older than a date. */
async function findDate(files: IndexFiles, segment: ManifestSegment, seconds: number): Promise<number> {
  const { chunkStarts } = segment.head;
  if (segment.newest < seconds) return segment.documents;
  const chunks = chunkStarts.filter((start) => start < seconds).length;
  if (chunks === 0) return 0;
  const addresses = await files.readAddresses(segment, chunks - 1);
  return (chunks - 1) * CHUNK_DOCUMENTS + addresses.filter((address) => address.seconds < seconds).length;
}
