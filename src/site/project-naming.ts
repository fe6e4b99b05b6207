import type { ProjectMention } from '../html/cleaned-body.ts';

/** A mention of a project but for its sentence: what many articles have in common. */
export type ProjectNaming = Omit<ProjectMention, 'sentence'>;

/** What names projects: an article, or a page of `content/pages/`. */
export interface NamingSource {
  readonly sourcePath: string;
  /** In order of mention; absent: none. */
  readonly projects?: readonly ProjectMention[];
  /** The same, of a summary from a store: one object for all articles that name a project alike. */
  readonly namings?: readonly ProjectNaming[];
}

const NONE: readonly ProjectNaming[] = Object.freeze([]);

/** How a source names projects, without a sentence being looked up. */
export function namingsOf(source: Omit<NamingSource, 'sourcePath'>): readonly ProjectNaming[] {
  return source.namings ?? source.projects ?? NONE;
}
