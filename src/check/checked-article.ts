import type { CheckRule } from '../content/check-rules.ts';
import type { Location } from '../content/locate-offset.ts';
import type { ArticleSummary } from '../site/article-summary.ts';
import type { ArticleFacts } from './check-article.ts';

/** An article that is published, as the rules about the whole site see it. */
export interface CheckedArticle {
  /** How diagnostics name it. */
  readonly file: string;
  readonly summary: ArticleSummary;
  readonly facts: ArticleFacts;
}

/** What a rule about the whole site found. */
export interface SiteFinding extends Location {
  readonly rule: CheckRule;
  readonly file: string;
  readonly message: string;
}
