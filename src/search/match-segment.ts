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

/** Finds the documents of one segment for a query. */
export async function matchSegment(
  files: IndexFiles,
  segment: ManifestSegment,
  { units, excludedUnits, query }: QueryPlan,
): Promise<SegmentMatches> {
  const [found, facets, excluded, range] = await Promise.all([
    Promise.all(units.map(({ terms }) => findAll(files, segment, terms))),
    Promise.all(query.facets.map((facet) => findWord(files, segment, facet))),
    Promise.all([
      ...excludedUnits
        .filter(({ isCertain }) => isCertain)
        .map(({ terms }) => findAll(files, segment, terms)),
      ...query.excludedFacets.map((facet) => findWord(files, segment, facet)),
    ]),
    findDates(files, segment, query),
  ]);
  const parts = [...found, ...facets].sort((a, b) => a.documents.length - b.documents.length);
  let hits = parts[0] ?? allDocuments(segment);
  for (const part of parts.slice(1)) hits = intersectHits(hits, part);
  for (const part of excluded) hits = subtractHits(hits, part.documents);
  hits = subtractHits(hits, segment.dead);
  if (range.from > 0 || range.until < segment.documents) {
    const { documents } = hits;
    hits = keepHits(hits, (at) => documents[at]! >= range.from && documents[at]! < range.until);
  }
  return { segment, documents: hits.documents, scores: scoreHits(hits.documents, found) };
}

/** Documents that have all terms. */
async function findAll(files: IndexFiles, segment: ManifestSegment, terms: readonly Term[]): Promise<Hits> {
  const lists = await Promise.all(terms.map((term) => findTerm(files, segment, term)));
  lists.sort((a, b) => a.documents.length - b.documents.length);
  return lists.reduce(intersectHits);
}

function allDocuments({ documents }: ManifestSegment): Hits {
  return {
    documents: Uint32Array.from({ length: documents }, (_, ordinal) => ordinal),
    fields: new Uint8Array(documents),
  };
}

/** @param found - For each text of the query, the documents that have it; all of `documents` are among them. */
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
