/** What a feed says of itself, whatever its format. URLs are absolute. */
export interface FeedHead {
  readonly title: string;
  readonly description: string;
  /** What it is the feed of. */
  readonly homeUrl: string;
  /** The feed itself, in this format. */
  readonly selfUrl: string;
  /** BCP 47. */
  readonly language: string;
  /** The publisher. */
  readonly author: string;
  /** What a browser that is shown the feed draws it with: path from the host's root. */
  readonly styleUrl: string;
  /** UTC instant, ms; absent: there are no articles. */
  readonly updated?: number;
}

/** The style sheet of feeds, relative to the output folder. */
export const FEED_STYLE = 'feed.css';

/** Named in each feed, so that a reader's maintainer knows whom to ask. */
export const GENERATOR = 'Broadsheet';
