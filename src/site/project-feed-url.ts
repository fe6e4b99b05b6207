import type { Project } from './site.ts';

/**
 * A project has a feed from its third article on. Most are mentioned once or twice and never again: a feed of each would
 * be most of a large site's files, and nobody's subscription.
 */
export const FEED_FROM = 3;

/** Site-relative URL of a project's feed (RSS 2.0); `undefined` when it has none. */
export function projectFeedUrl({ card, mentions }: Project): string | undefined {
  return mentions.length < FEED_FROM ? undefined : `${card.url}feed.xml`;
}
