import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { isArticleFile, isArticleFolder } from '../content/article-file.ts';
import type { SiteConfig } from '../content/site-config.ts';
import { suggestName } from '../content/suggest-name.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { policyFromConfig } from '../html/cleaning-policy.ts';
import type { DescribedAuthor } from '../site/author-diagnostics.ts';
import { BriefTables } from './brief-tables.ts';
import { BuildError } from './build-options.ts';
import { digestCode } from './code-digest.ts';
import { canonicalJson, digest } from './digest.ts';
import { type FindOptions, type FoundSources, findSources, pickSources } from './find-sources.ts';
import { type GitListing, readGitListing } from './git-listing.ts';
import { insertSources, putKnown, type SourceFolder } from './known-source.ts';
import { MediaFile } from './media-file.ts';
import { readSiteConfig } from './read-site-config.ts';
import { type GitEntries, recognizeSources } from './recognize-sources.ts';
import type { PrepareItem } from './worker-tasks.ts';

/** The content folder as it lies there, before any article is read. */
export interface ContentFolder {
  /** Absolute. */
  readonly root: string;
  readonly config: SiteConfig;
  /** Authors of `site.yaml`, and where. */
  readonly describedAuthors: readonly DescribedAuthor[];
  /** Faults of `site.yaml`, and of what can't be an article. */
  readonly diagnostics: readonly Diagnostic[];
  readonly articles: readonly PrepareItem[];
  /** What precedes the articles' paths: `articles/`, or nothing where they lie in the folder itself. */
  readonly label: string;
  /** What git knows of the files, but for known articles. */
  readonly entries: GitEntries | undefined;
  /** In which the known articles were found, if any. */
  readonly tables: BriefTables;
  /** Articles that are there by name, but can't be read at all (special files, links that lead out). */
  readonly unreadable: readonly Diagnostic[];
  readonly pages: readonly PrepareItem[];
  /** Pictures, recordings and documents, published below `/media/`. */
  readonly media: readonly MediaFile[];
  /** Digest of all that steers how an article is read and cleaned, but for the article itself. */
  readonly cleaningDigest: string;
  /** The same with what git's entries have to be read with: stands for what articles' records depend on besides those. */
  readonly steering: string;
}

/** Rooms whose code decides what an article's record holds. */
const CLEANING_CODE = ['src/content', 'src/html', 'src/site'];

/** What may be published as it is. SVG is among them, but each is read first: see `inspectSvg`. */
const MEDIA = /\.(?:avif|gif|jpe?g|png|svg|webp|mp3|m4a|ogg|wav|mp4|webm|pdf)$/i;

/**
 * Looks over a content folder: its `site.yaml`, and the lists of its files.
 *
 * @param root - Absolute path.
 * @param listing - What git knows of it. Default: git is asked.
 * @param tables - Of the last build; absent: no article is known.
 * @throws BuildError when there is no such folder.
 */
export async function openContent(
  root: string,
  listing: Promise<GitListing | undefined> = readGitListing(root),
  tables: () => Promise<BriefTables> = async () => BriefTables.none,
): Promise<ContentFolder> {
  requireContentFolder(root);
  // Now, while git is asked; the second time, when all that it vouches for is what it is, costs no more than to read it.
  readSiteConfig(root);
  const told = await listing;
  const { config, authorPlaces, diagnostics } = readSiteConfig(root);
  const cleaningDigest = digest(
    digestCode(CLEANING_CODE),
    canonicalJson([policyFromConfig(config), config.timeZone, config.language, config.limits]),
  );
  const { place, beyond } = placeArticles(root);
  const { label } = place;
  const steering = [cleaningDigest, label, place.skipped].join(' ');
  const steered = (await tables()).steeredBy(steering);
  // Of a folder behind a link, the repository it is in knows more.
  const within = beyond === undefined ? told : await readGitListing(beyond);
  const { known = [], entries } = (within && recognizeSources(within, steered, place)) ?? {};
  // git lists them sooner than the folders are walked.
  const paths = told?.state === undefined ? undefined : [...entries!.keys()];
  const find = async (options: FindOptions): Promise<FoundSources> =>
    paths === undefined
      ? findSources(path.resolve(root, options.label), options)
      : pickSources(path.resolve(root, options.label), paths, options);
  const articles = await find({ label, isWanted: isArticleFile, isEntered: isArticleFolder });
  const found = articles.files.map((source) => ({ source, label }));
  const pages =
    label === ''
      ? { files: [], diagnostics: [] }
      : await find({ label: 'pages/', isWanted: isArticleFile, isEntered: isArticleFolder });
  const media = await find({ label: 'media/', isWanted: isMedia });
  return {
    root,
    config,
    describedAuthors: authorPlaces.map((place, index) => ({ name: config.authors[index]!.name, ...place })),
    diagnostics: [...diagnostics, ...pages.diagnostics, ...media.diagnostics],
    articles: paths === undefined ? putKnown(found, known) : insertSources(known, found),
    label,
    entries,
    tables: steered,
    unreadable: articles.diagnostics,
    pages: pages.files.map((source) => ({ source, label: 'pages/', dateless: true })),
    media: media.files.map((file) => new MediaFile(file)),
    cleaningDigest,
    steering,
  };
}

/** Where a content folder has its articles, and what lies behind it where that is a link. */
function placeArticles(root: string): { readonly place: SourceFolder; readonly beyond?: string } {
  const folder = path.join(root, 'articles');
  if (!isFolder(folder)) return { place: { folder: root, label: '', skipped: 0 } };
  const label = 'articles/';
  return lstatSync(folder).isSymbolicLink()
    ? { place: { folder, label, skipped: 0 }, beyond: realpathSync(folder) }
    : { place: { folder, label, skipped: label.length } };
}

function isMedia(file: string): boolean {
  return MEDIA.test(file) && !file.split('/').some((segment) => segment.startsWith('.'));
}

/** @throws BuildError when there is no such folder; it names the one that was probably meant. */
export function requireContentFolder(root: string): void {
  if (!isFolder(root)) throw new BuildError(describeMissing(root));
}

/**
 * Lets a folder pass that is there, or is to be made anew.
 *
 * @throws BuildError when its name is nearly that of a folder beside it, or that of a file.
 */
export function refuseMistypedFolder(root: string): void {
  if (!isFolder(root) && (existsSync(root) || findMeant(root) !== undefined))
    throw new BuildError(`${describeMissing(root)} If it is to be a new one, make it first.`);
}

/** Why there is no content to read, and what was probably meant. */
function describeMissing(root: string): string {
  if (existsSync(root)) return `${root} is a file; the content is a folder. Name one with --content DIR.`;
  const meant = findMeant(root);
  const advice = meant === undefined ? 'Name one with --content DIR.' : `Did you mean ${meant}?`;
  return `There is no content folder at ${root}. ${advice}`;
}

/** A folder beside the one that is missing, with nearly its name. */
function findMeant(root: string): string | undefined {
  const parent = path.dirname(root);
  if (!isFolder(parent)) return undefined;
  const beside = readdirSync(parent, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  const meant = suggestName(path.basename(root), beside);
  return meant === undefined ? undefined : path.join(parent, meant);
}

function isFolder(absolute: string): boolean {
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
