import type { ProjectAlias } from '../content/site-config.ts';
import { foldName } from './project-name.ts';
import type { ProjectNaming } from './project-naming.ts';
import { readProjectSource } from './project-sources.ts';

/** Which ids are one project. */
export interface ProjectMerging {
  /** The id whose page a project has: the one that was mentioned first. `undefined` for an id that nobody mentions. */
  readonly homeOf: (id: string) => string | undefined;
  /** From each id that gave way to the id whose page it leads to. */
  readonly moved: ReadonlyMap<string, string>;
}

/**
 * Puts every id in its place, once and for all: at its oldest mention. So a new article never moves an old id, and a
 * project keeps the address at which it was first published.
 *
 * Ids are one project when `site.yaml` says so; else, when one house has the same name in two of its catalogues
 * (`/projectDetails/7133` and `/space/2220121250`). Two ids of one catalogue are two projects, and so are equal names of
 * different houses. What `site.yaml` lists is merged as it says and no further.
 *
 * @param mentions - In order of first publication; ones that say what their id's last said may be left out. Ids are as
 *   `readProjectId` has them.
 */
export function mergeProjects(
  mentions: Iterable<ProjectNaming>,
  aliases: readonly ProjectAlias[] = [],
): ProjectMerging {
  const listed = new Map(aliases.flatMap((alias) => alias.ids.map((id) => [id, alias] as const)));
  const homes = new Map<string, string>();
  const homesOfListed = new Map<ProjectAlias, string>();
  /** By house and name: which id has the name in each catalogue, first come, first served. */
  const names = new Map<string, Map<string, string>>();

  for (const mention of mentions) {
    const { id } = mention;
    const alias = listed.get(id);
    if (alias !== undefined) {
      const home = homesOfListed.get(alias) ?? id;
      homesOfListed.set(alias, home);
      homes.set(id, home);
      continue;
    }
    const name = readName(mention);
    if (!homes.has(id)) homes.set(id, findNamesake(name, names, homes) ?? id);
    if (name !== undefined) enterName(name, id, names);
  }
  for (const [alias, home] of homesOfListed) for (const id of alias.ids) homes.set(id, home);
  const moved = new Map([...homes].filter(([id, home]) => id !== home));
  return { homeOf: (id) => homes.get(id), moved };
}

interface SourceName {
  readonly key: string;
  readonly catalogue: string;
}

function readName({ name, href, written }: ProjectNaming): SourceName | undefined {
  const source = href === undefined || written !== undefined ? undefined : readProjectSource(href);
  const folded = foldName(name);
  if (source === undefined || source.kind === 'page' || folded === '') return undefined;
  return { key: `${source.house}\n${folded}`, catalogue: source.catalogue };
}

/** The home of the id that has the name in another catalogue, unless this catalogue has the name already. */
function findNamesake(
  name: SourceName | undefined,
  names: ReadonlyMap<string, ReadonlyMap<string, string>>,
  homes: ReadonlyMap<string, string>,
): string | undefined {
  const known = name === undefined ? undefined : names.get(name.key);
  if (known === undefined || known.has(name!.catalogue)) return undefined;
  const [first] = known.values();
  return homes.get(first!);
}

function enterName(
  { key, catalogue }: SourceName,
  id: string,
  names: Map<string, Map<string, string>>,
): void {
  const known = names.get(key);
  if (known === undefined) names.set(key, new Map([[catalogue, id]]));
  else if (!known.has(catalogue)) known.set(catalogue, id);
}
