import type { Diagnostic } from '../diagnostic.ts';
import { foldName } from './project-name.ts';
import { type NamingSource, namingsOf, type ProjectNaming } from './project-naming.ts';
import type { ProjectIndex } from './projects.ts';

/**
 * Warns of ids that authors wrote and nobody else knows: no source has a project of that id, and `site.yaml` doesn't name
 * it under `projects.aliases`. Each id is reported once, where it stands first.
 *
 * @param sources - In order of first publication.
 * @returns `file` is the source path.
 */
export function findUnknownProjects(
  sources: readonly NamingSource[],
  { projects: known, isKnown }: Pick<ProjectIndex, 'projects' | 'isKnown'>,
): readonly Diagnostic[] {
  const written: { readonly sourcePath: string; readonly mention: ProjectNaming }[] = [];
  for (const source of sources) {
    for (const mention of namingsOf(source))
      if (mention.written !== undefined) written.push({ sourcePath: source.sourcePath, mention });
  }
  if (written.length === 0) return [];
  const byName = new Map(
    known.filter(({ card }) => isKnown(card.id)).map(({ card }) => [foldName(card.name), card.id]),
  );
  const reported = new Set<string>();
  return written.flatMap(({ sourcePath, mention }) => {
    const { id } = mention;
    if (isKnown(id) || reported.has(id)) return [];
    reported.add(id);
    return describeUnknown(sourcePath, mention, byName.get(foldName(mention.text)));
  });
}

function describeUnknown(
  file: string,
  { id, text, written }: ProjectNaming,
  meant: string | undefined,
): Diagnostic {
  return {
    file,
    ...(written ?? { line: 1, column: 1 }),
    severity: 'warning',
    rule: 'unknown-project',
    message:
      meant === undefined
        ? `No source has a project "${id}".`
        : `No source has a project "${id}"; "${text}" is project:${meant}.`,
    hint:
      meant === undefined
        ? 'Correct the id (`npm run projects -- list` names those there are), or give it a name under projects.aliases in site.yaml.'
        : `Write project:${meant}.`,
  };
}
