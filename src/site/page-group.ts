import type { PagePlan } from './page-plan.ts';

/**
 * Pages that change together as a rule. What stands for all of them is found without planning any: the build takes the
 * pages of a group that is as it was to be as they were, and plans the others. Whether a page is made anew is decided by its
 * own identity, so that a group may say too often, but never too seldom, that it is another.
 */
export interface PageGroup {
  /** The same from build to build, and no other group's. Without control characters. */
  readonly name: string;
  /**
   * Stands for its pages: equal identities, equal URLs and equal identities of all pages. `undefined`: its pages have to be
   * looked at.
   */
  readonly identify: () => string | undefined;
  /** Those of its pages, in their order. */
  readonly urls: () => readonly string[];
  /** Its pages, the same at each call. */
  readonly plan: () => readonly PagePlan[];
}

/** A group as its parts say, each of which is asked once, when it is needed. */
export class PlannedGroup implements PageGroup {
  readonly name: string;
  readonly #parts: Omit<PageGroup, 'name'>;
  #identity: string | undefined;
  #plan: readonly PagePlan[] | undefined;

  constructor({ name, ...parts }: PageGroup) {
    this.name = name;
    this.#parts = parts;
  }

  identify(): string | undefined {
    this.#identity ??= this.#parts.identify();
    return this.#identity;
  }

  urls(): readonly string[] {
    return this.#parts.urls();
  }

  plan(): readonly PagePlan[] {
    this.#plan ??= this.#parts.plan();
    return this.#plan;
  }
}
