import { foldPath } from '../content/fold-path.ts';

/** Who has a URL. */
export interface UrlHolder {
  /** As diagnostics name it; asked for where somebody is in another's way. */
  readonly sourcePath: string;
}

/** Who has which URL of the site, as files: the ledger that keeps two owners from writing one file. */
export interface UrlClaims {
  /**
   * Enters a URL for an owner, unless somebody stands in the way: the owner of the same file (case and Unicode form
   * folded), of a file where the URL needs a folder, or of a folder where it needs a file.
   *
   * @param url - As `checkUrlPath` returns it: its file ends in `.html` or `.htm`.
   * @param isFolded - Whether it is as `foldPath` has it, of a folder: default URLs are, of which there is one for each article.
   * @returns Who stands in the way; `undefined` when the URL is now the owner's.
   */
  readonly claim: (url: string, owner: UrlHolder, isFolded?: boolean) => UrlHolder | undefined;
  /** Gives up a URL that was claimed and is not used after all. */
  readonly release: (url: string) => void;
}

const THE_SITE: UrlHolder = Object.freeze({ sourcePath: 'the site itself' });

/** @param reserved - URLs that are taken from the start: site-relative, of pages or of any files. */
export function createUrlClaims(reserved: Iterable<string> = []): UrlClaims {
  const files = new Map<string, UrlHolder>();
  /** Folders that could be taken for pages; the name of a page's file has an extension, most folders' have none. */
  const folders = new Map<string, UrlHolder>();

  /** Outermost folders of files that are not named like pages: elsewhere a folder stands in no file's way. */
  const mixed = new Set<string>();

  const enter = (file: string, owner: UrlHolder): void => {
    files.set(file, owner);
    if (!isPageName(file)) mixed.add(outermostOf(file));
    if (!hasPageFolder(file)) return;
    for (const folder of listFolders(file))
      if (isPageName(folder) && !folders.has(folder)) folders.set(folder, owner);
  };
  const findHolder = (file: string): UrlHolder | undefined => {
    const holder = files.get(file) ?? folders.get(file);
    if (holder !== undefined) return holder;
    // There are a hundred thousand articles, and hardly one of them with such a folder.
    if (!hasPageFolder(file) && (mixed.size === 0 || !mixed.has(outermostOf(file)))) return undefined;
    for (const folder of listFolders(file)) {
      const inTheWay = files.get(folder);
      if (inTheWay !== undefined) return inTheWay;
    }
    return undefined;
  };
  const claim = (url: string, owner: UrlHolder, isFolded = false): UrlHolder | undefined => {
    const file = isFolded ? url : fileOf(url);
    const holder = findHolder(file);
    if (holder === undefined) enter(file, owner);
    return holder;
  };
  const release = (url: string): void => {
    files.delete(fileOf(url));
  };

  for (const url of reserved) enter(fileOf(url), THE_SITE);
  return { claim, release };
}

/** As a forgiving file system sees it. */
function fileOf(url: string): string {
  return shorten(foldPath(url));
}

const INDEX = 'index.html';

/** A folder's page goes by the folder, as nearly all pages are asked for: `/a/index.html` → `/a/`. */
function shorten(folded: string): string {
  return folded.endsWith(`/${INDEX}`) ? folded.slice(0, -INDEX.length) : folded;
}

function isPageName(folded: string): boolean {
  return folded.endsWith('/') || folded.endsWith('.html') || folded.endsWith('.htm');
}

function hasPageFolder(folded: string): boolean {
  return folded.includes('.htm') && /\.html?\//.test(folded);
}

/** `/a/b/c.html` → `/a`; `/c.html` → `/c.html`, which is in no folder. */
function outermostOf(file: string): string {
  const end = file.indexOf('/', 1);
  return end === -1 ? file : file.slice(0, end);
}

/** The folders that a file is in, outermost first, without the root: `/a/b/c.html` → `/a`, `/a/b`. */
function listFolders(file: string): string[] {
  const folders: string[] = [];
  for (let at = file.indexOf('/', 1); at !== -1; at = file.indexOf('/', at + 1))
    folders.push(shorten(file.slice(0, at)));
  return folders;
}
