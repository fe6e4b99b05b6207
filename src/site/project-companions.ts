import type { Companion, Project } from './site.ts';
import { takeTop } from './take-top.ts';

const MOST = 12;

/**
 * The projects that share articles with each project: most articles first, then as they were mentioned first. An article changes only the counts of the
 * projects that it mentions itself.
 *
 * @param projects - Each at its position.
 * @returns One list for each, in their order.
 */
export function listCompanions(projects: readonly Project[]): readonly (readonly Companion[])[] {
  // Counted in place, since there are millions of pairs in a large site.
  const counts = new Uint32Array(projects.length);
  return projects.map((project) => {
    const found: Project[] = [];
    for (const { article } of project.mentions) {
      for (const other of article.projects) {
        if (other === project) continue;
        if (counts[other.position] === 0) found.push(other);
        counts[other.position]! += 1;
      }
    }
    const companions = takeTop(
      found,
      (a, b) => counts[b.position]! - counts[a.position]! || a.position - b.position,
      MOST,
    ).map((other) => ({ project: other, count: counts[other.position]! }));
    for (const { position } of found) counts[position] = 0;
    return companions;
  });
}
