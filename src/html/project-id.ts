/** Letters, digits, `-` and `_`: what is one segment of a URL and one folder on every system, and needs no escaping. */
const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** Windows has no folders of these names: learn.microsoft.com/windows/win32/fileio/naming-a-file. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The id by which the site knows a project, of the id that a source or an author wrote: in lower case, since on some hosts
 * `/projects/Ab/` and `/projects/ab/` are one file. Every id that gets into a URL comes from here.
 *
 * @returns `undefined` for what can't be the name of a folder everywhere: it names no project.
 */
export function readProjectId(raw: string): string | undefined {
  const id = raw.trim();
  if (!ID.test(id)) return undefined;
  const folded = id.toLowerCase();
  return DEVICE.test(folded) ? undefined : folded;
}
