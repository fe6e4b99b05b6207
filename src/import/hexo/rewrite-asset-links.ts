/** Where pictures are mentioned: attributes, Markdown links and pictures, and definitions of references. */
const ADDRESS =
  /(\b(?:src|href|poster|data-src|data-original)\s*=\s*)(["'])([^"'<>\n]+)\2|(\]\(\s*<?)([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)|(^ {0,3}\[[^\]\n]+\]:\s*<?)([^\s<>]+)/gm;

/**
 * Replaces the addresses of a body that a lookup knows, and nothing else.
 *
 * @param find - The new address for one as it is written; undefined to leave it.
 */
export function rewriteAssetLinks(body: string, find: (address: string) => string | undefined): string {
  return body.replace(ADDRESS, (whole: string, ...groups: (string | undefined)[]) => {
    const [before, quote = '', attribute, opening, linked, definition, defined] = groups;
    const address = attribute ?? linked ?? defined ?? '';
    const found = find(address);
    return found === undefined ? whole : `${before ?? opening ?? definition ?? ''}${quote}${found}${quote}`;
  });
}

export interface AssetContext {
  /** Files of the old site that are published, relative to its source folder. */
  readonly assets: ReadonlySet<string>;
  /** Begins and ends with `/`. */
  readonly root: string;
  /** Of the old site, e.g. `https://blog.example.com`; absent: not known. */
  readonly origin?: string;
  /** Folders that relative addresses may be relative to, in the order in which they are tried. */
  readonly folders: readonly string[];
}

/** The file of the old site that an address means, relative to its source folder. */
export function findAsset(
  address: string,
  { assets, root, origin, folders }: AssetContext,
): string | undefined {
  let path = address.replace(/[?#].*$/s, '');
  if (origin !== undefined && path.startsWith(`${origin}/`)) path = path.slice(origin.length);
  if (path === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(path)) return undefined;
  const decoded = decode(path);
  const candidates = decoded.startsWith('/')
    ? [decoded.startsWith(root) ? decoded.slice(root.length) : '', decoded.slice(1)]
    : [...folders, ''].map((folder) => joinPath(folder, decoded));
  return candidates.find((candidate) => assets.has(candidate));
}

function joinPath(folder: string, path: string): string {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    // A % that encodes nothing is text.
    return path;
  }
}
