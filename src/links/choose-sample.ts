/** What is known of an address of another site. */
export interface KnownLink {
  readonly url: string;
  /** UTC instant, ms, of the last answer. */
  readonly asked: number;
  readonly outcome: LinkOutcome;
  /** What the server said, one sentence; "" when all is well. */
  readonly message: string;
}

/** `dead`: it says that there is nothing. `unsure`: it did not answer now, or not to programs. */
export type LinkOutcome = 'alive' | 'dead' | 'unsure';

const DAY = 24 * 60 * 60 * 1000;

/** How long an answer holds, in ms: what is dead or unsure is asked again sooner. */
export const HOLDS: Readonly<Record<LinkOutcome, number>> = Object.freeze({
  alive: 30 * DAY,
  dead: 3 * DAY,
  unsure: DAY,
});

/**
 * Chooses which links to ask this time: those never asked first, then those whose answer is the oldest and no longer holds.
 * Each host gets its turn before one gets its second.
 *
 * @param most - At least 1.
 */
export function chooseSample(
  urls: Iterable<string>,
  known: ReadonlyMap<string, KnownLink>,
  { most, now }: { readonly most: number; readonly now: number },
): readonly string[] {
  const due = [...new Set(urls)].filter((url) => {
    const answer = known.get(url);
    return answer === undefined || now - answer.asked >= HOLDS[answer.outcome] || answer.asked > now;
  });
  const byAge = due.sort(
    (a, b) => (known.get(a)?.asked ?? 0) - (known.get(b)?.asked ?? 0) || (a < b ? -1 : 1),
  );
  const turns = new Map<string, number>();
  const ranked = byAge.map((url, index) => {
    const { host } = new URL(url);
    const turn = turns.get(host) ?? 0;
    turns.set(host, turn + 1);
    return { url, turn, index };
  });
  return ranked
    .sort((a, b) => a.turn - b.turn || a.index - b.index)
    .slice(0, most)
    .map(({ url }) => url);
}
