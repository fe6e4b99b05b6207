import type { Companion, Project } from './site.ts';
import { takeTop } from './take-top.ts';

const MOST = 12;

/** Counts in how many articles each two projects are together. */
export class CompanionCounts {
  readonly #projects: readonly Project[];
  /** By the pair's number: the positions of both, the lesser first, as the digits of it. */
  readonly #counts = new Map<number, number>();

  /** @param projects - Each at its position. */
  constructor(projects: readonly Project[]) {
    this.#projects = projects;
  }

  /** @param projects - Those of an article, each once. */
  add(projects: readonly Project[]): void {
    for (let at = 1; at < projects.length; at++) {
      const { position } = projects[at]!;
      for (let before = 0; before < at; before++) {
        const other = projects[before]!.position;
        const pair = Math.min(position, other) * this.#projects.length + Math.max(position, other);
        this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
      }
    }
  }

  /**
   * The projects that share articles with each project: most articles first, then as they were mentioned first. An article
   * changes only the counts of the projects that it mentions itself.
   *
   * @returns One list for each, in their order.
   */
  list(): readonly (readonly Companion[])[] {
    const found: Companion[][] = this.#projects.map(() => []);
    for (const [pair, count] of this.#counts) {
      const greater = pair % this.#projects.length;
      const lesser = (pair - greater) / this.#projects.length;
      found[lesser]!.push({ project: this.#projects[greater]!, count });
      found[greater]!.push({ project: this.#projects[lesser]!, count });
    }
    return found.map((companions) =>
      takeTop(companions, (a, b) => b.count - a.count || a.project.position - b.project.position, MOST),
    );
  }
}
