import { stringify } from 'yaml';
import { findPatternFault } from '../../content/permalink-pattern.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { createPermalinkFiller } from '../../site/fill-permalink.ts';
import { reportImport } from '../import-rules.ts';
import { type ConvertOptions, convertHexoFile, mediaPath } from './convert-hexo-file.ts';
import type { HexoTagContext } from './convert-hexo-tags.ts';
import { type HexoRedirect, oldPathKey, readRedirectsFile } from './hexo-redirects.ts';
import type { HexoSite, HexoTarget, PlannedCopy, PlannedFile } from './hexo-site.ts';
import { keepsAddress } from './keeps-address.ts';
import type { HexoConfig } from './read-hexo-config.ts';
import { type HexoEntry, type ReadableEntry, readHexoEntries } from './read-hexo-entries.ts';

/** What importing a Hexo site comes to. */
export interface HexoImport {
  readonly files: readonly PlannedFile[];
  readonly media: readonly PlannedCopy[];
  /** A `site.yaml` for a content folder that has none. */
  readonly siteYaml: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the import of a whole Hexo site, as `readHexoConfig` understands it. It depends on its arguments alone. */
export function planHexoImport(site: HexoSite, config: HexoConfig, target: HexoTarget): HexoImport {
  const timeZone = config.timeZone ?? target.timeZone;
  const read = readHexoEntries(site.files, config, { timeZone, fileBytes: target.fileBytes });
  const redirects = assignRedirects(site, config, read.entries);
  const diagnostics = [...read.diagnostics, ...redirects.diagnostics];
  const place = (oldPath: string) => newPath(config.root + oldPath, target.basePath);
  const tags = findPosts(read.entries, place);
  const assets = new Set(site.assets);
  const siteYaml = renderSiteYaml(config);
  const pattern = target.permalink ?? (siteYaml === '' ? undefined : patternOf(config));
  const filler = createPermalinkFiller(pattern, target.timeZone);
  const files = read.entries.map((entry): PlannedFile => {
    // What can not be read comes along as it is: the build names it until somebody has mended it.
    if (!isReadable(entry)) return { path: entry.target, text: entry.text };
    const permalink = entry.oldPath === undefined ? undefined : place(entry.oldPath);
    const options: ConvertOptions = {
      aliases: (redirects.aliases.get(entry.path) ?? []).map(place),
      ...(config.root === target.basePath ? {} : { moveAlias: place }),
      isDraft: entry.kind === 'draft',
      isPage: entry.kind === 'page',
      timeZone,
      newTimeZone: target.timeZone,
      assets: { assets, root: config.root, ...originOf(config), folders: assetFolders(entry.path) },
      tags,
    };
    const asItIs = convertHexoFile(entry, options);
    const needsNone =
      permalink === undefined ||
      (filler !== undefined &&
        entry.kind === 'post' &&
        keepsAddress({ path: entry.target, text: asItIs.text }, permalink, filler, target));
    const converted = needsNone ? asItIs : convertHexoFile(entry, { ...options, permalink });
    diagnostics.push(...converted.diagnostics);
    return { path: entry.target, text: converted.text };
  });
  const media = site.assets.map((from) => ({ from, to: mediaPath(from) }));
  return { files, media, siteYaml, diagnostics };
}

function isReadable(entry: HexoEntry): entry is ReadableEntry {
  return entry.article !== undefined;
}

/** A path of the host as a path of the new site. */
function newPath(path: string, basePath: string): string {
  return path.startsWith(basePath) ? `/${path.slice(basePath.length)}` : path;
}

function originOf({ url }: HexoConfig): { readonly origin?: string } {
  return url === undefined ? {} : { origin: new URL(url).origin };
}

/** A post's own asset folder, and the folder that it lies in. */
function assetFolders(path: string): readonly string[] {
  return [path.replace(/\.[^./]*$/, ''), path.split('/').slice(0, -1).join('/')];
}

interface AssignedRedirects {
  /** Old paths behind the root, by the path of the entry that they lead to. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The redirects of the whole site: those of `_config.yml`, and those of `_redirects`. */
function assignRedirects(
  site: HexoSite,
  config: HexoConfig,
  entries: readonly HexoEntry[],
): AssignedRedirects {
  const { origin } = originOf(config);
  const keyOf = (path: string) => oldPathKey(path, config.root, origin);
  const byKey = new Map(
    entries.flatMap(({ path, oldPath }): [string, string][] =>
      oldPath === undefined ? [] : [[keyOf(config.root + oldPath)!, path]],
    ),
  );
  const all: (HexoRedirect & { readonly file: string })[] = [
    ...Object.entries(config.aliases).map(([from, to]) => ({ from, to, file: '_config.yml' })),
    ...readRedirectsFile(site.redirectsText).map((one) => ({ ...one, file: 'source/_redirects' })),
  ];
  const aliases = new Map<string, string[]>();
  const diagnostics: Diagnostic[] = [];
  for (const { from, to, file } of all) {
    const key = keyOf(to);
    const path = key === undefined ? undefined : byKey.get(key);
    const alias = keyOf(from);
    if (path === undefined || alias === undefined) {
      const message = `${from} leads to ${to}, which was not imported.`;
      diagnostics.push(reportImport('lost-redirect', file, { line: 1, column: 1 }, message));
    } else if (alias !== key) {
      aliases.set(path, [...(aliases.get(path) ?? []), alias]);
    }
  }
  return { aliases, diagnostics };
}

/** Posts by what `post_link` may call them: slug, file name, with and without its ending. */
function findPosts(entries: readonly HexoEntry[], place: (oldPath: string) => string): HexoTagContext {
  const byName = new Map<string, ReadableEntry>();
  for (const entry of entries) {
    if (!isReadable(entry) || entry.kind !== 'post') continue;
    const file = entry.path.split('/').at(-1)!;
    for (const name of [entry.slug, entry.slug.split('/').at(-1)!, file, file.replace(/\.[^.]*$/, '')])
      if (!byName.has(name)) byName.set(name, entry);
  }
  return {
    findPost: (name) => {
      const entry = byName.get(name);
      if (entry?.oldPath === undefined) return undefined;
      return { url: encodeURI(place(entry.oldPath)), title: entry.article.title };
    },
  };
}

function renderSiteYaml(config: HexoConfig): string {
  const { title, description, url, language, timeZone, author } = config;
  const settings = { title, description, url, language, timeZone, author };
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  if (given.length === 0) return '';
  const pattern = patternOf(config);
  const permalink = pattern === undefined ? [] : [['permalink', pattern]];
  return stringify(Object.fromEntries([...given, ...permalink]), { lineWidth: 0 });
}

/** The pattern, by which what is imported and what is written from now on is addressed as before. */
function patternOf({ permalink }: HexoConfig): string | undefined {
  const pattern = `/${permalink.replace(/^\/+/, '')}`;
  return findPatternFault(pattern) === undefined ? pattern : undefined;
}
