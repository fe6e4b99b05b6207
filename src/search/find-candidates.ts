import type { IndexFiles } from './index-files.ts';
import type { Manifest, ManifestSegment } from './manifest.ts';
import { matchSegment, type SegmentMatches } from './match-segment.ts';
import type { QueryPlan } from './plan-query.ts';
import { rankSegments, type SegmentRanks } from './segment-ranks.ts';

/** A document that may hold what is asked for. */
export interface Candidate {
  readonly segment: ManifestSegment;
  readonly ordinal: number;
  /** As `matchSegment` scores it. */
  readonly score: number;
}

/** Candidates of one window, and how far the search has come with it. */
export interface CandidateWindow {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Documents that have been asked, of all: the newest. */
  readonly searched: number;
  /** Candidates among all that have been asked, those of older windows included. */
  readonly found: number;
}

/**
 * Finds candidates window by window, from the newest. Segments are asked when a window needs them, not before: who takes no
 * more windows causes no more requests. Within a window those come first that have the query in their title, then those that
 * have it in a project's name, and of equals the newer.
 */
export async function* findCandidates(
  files: IndexFiles,
  manifest: Manifest,
  plan: QueryPlan,
): AsyncGenerator<CandidateWindow> {
  const waiting = rankSegments(manifest);
  const asked: Matches[] = [];
  let found = 0;
  let searched = 0;
  for (const end of manifest.windows) {
    const needed = waiting.splice(0, waiting.filter(({ start }) => start < end).length);
    const matches = await Promise.all(needed.map((ranks) => ask(files, ranks, plan)));
    asked.push(...matches);
    found += matches.reduce((sum, { found: { documents } }) => sum + documents.length, 0);
    searched = Math.max(searched, ...matches.map(({ ranks }) => ranks.end));
    yield { candidates: takeWindow(asked, end), searched, found };
  }
}

/** What was found in one segment, of which windows take their part from the end: the newest first. */
interface Matches {
  readonly ranks: SegmentRanks;
  readonly found: SegmentMatches;
  /** Documents not taken yet. */
  left: number;
}

async function ask(files: IndexFiles, ranks: SegmentRanks, plan: QueryPlan): Promise<Matches> {
  const found = await matchSegment(files, ranks.segment, plan);
  return { ranks, found, left: found.documents.length };
}

function takeWindow(asked: readonly Matches[], end: number): Candidate[] {
  const taken: (Candidate & { readonly rank: number })[] = [];
  for (const matches of asked) {
    const { segment, documents, scores } = matches.found;
    for (; matches.left > 0; matches.left -= 1) {
      const at = matches.left - 1;
      const ordinal = documents[at]!;
      const rank = matches.ranks.rankOf(ordinal);
      if (rank >= end) break;
      taken.push({ segment, ordinal, rank, score: scores[at]! });
    }
  }
  return taken.sort((a, b) => b.score - a.score || a.rank - b.rank);
}
