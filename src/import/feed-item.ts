/** A feed, whatever its format, as far as articles can be made of it. Nothing is checked or cleaned yet. */
export interface Feed {
  /** May hold HTML. */
  readonly title?: string;
  /** Address of the site. */
  readonly link?: string;
  readonly language?: string;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  readonly guid?: string;
  /** May be relative. */
  readonly link?: string;
  readonly title?: FeedText;
  /** As written. */
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly content?: FeedText;
  readonly summary?: FeedText;
  /** Addresses of pictures that stand for the item, the most telling first. */
  readonly pictures: readonly string[];
  /** Recordings that come with it. */
  readonly media: readonly FeedMedia[];
  readonly language?: string;
  /** The source was broken here: there may have been more. */
  readonly damaged: boolean;
}

export interface FeedText {
  readonly value: string;
  readonly isHtml: boolean;
}

export interface FeedMedia {
  readonly url: string;
  readonly kind: 'audio' | 'video';
}
