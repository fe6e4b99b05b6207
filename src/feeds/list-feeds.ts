import type { FeedLink } from '../site/page.ts';
import type { Site } from '../site/site.ts';
import { FEED_FILES } from './feed.ts';

/** The feeds of the whole site, as its pages announce them. */
export function listFeeds({ config: { title } }: Site): readonly FeedLink[] {
  return [
    { title, url: `/${FEED_FILES.rss}`, type: 'application/rss+xml' },
    { title: `${title} (Atom)`, url: `/${FEED_FILES.atom}`, type: 'application/atom+xml' },
    { title: `${title} (JSON Feed)`, url: `/${FEED_FILES.json}`, type: 'application/feed+json' },
  ];
}
