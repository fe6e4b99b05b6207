import type { ProjectPolicy } from '../content/site-config.ts';

/** A project-link as a blind tagger left it in a body, with the plain text around it. */
export interface ProjectOccurrence {
  /** Plain text of the same block before the link, at most 40 code points. */
  readonly before: string;
  /** The link's own text. */
  readonly text: string;
  /** Plain text of the same block after the link, at most 40 code points. */
  readonly after: string;
  /** `data-id`. */
  readonly id: string;
  /** `data-name`. */
  readonly name: string;
  readonly href: string;
  /** `data-refer-type`. */
  readonly type: string;
}

export interface ProjectVerdict {
  readonly keep: boolean;
  /** Why, in one kebab-case word. */
  readonly reason: string;
}

export type ProjectJudge = (occurrence: ProjectOccurrence) => ProjectVerdict;

export function createProjectJudge(policy: ProjectPolicy): ProjectJudge {
  const ignored = new Set(policy.ignore);
  return (occurrence) => ({ keep: !ignored.has(occurrence.name), reason: 'listed' });
}
