import { mkdirSync, readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BuildError } from '../build/build-options.ts';
import { findSources } from '../build/find-sources.ts';
import { isArticleFile, isArticleFolder } from '../content/article-file.ts';
import { type ArticleIndex, createArticleIndex, readIdentity } from '../import/article-index.ts';
import type { ImportedArticle } from '../import/imported-article.ts';
import { chooseArticleFile, foldFilePath } from '../import/name-article-file.ts';
import { renderArticleFile } from '../import/render-article-file.ts';
import { updateArticleFile } from '../import/update-article-file.ts';

/** What became of an article that was put on the shelf. */
export type ShelfOutcome =
  /** It has a file of its own now. */
  | 'new'
  | 'updated'
  | 'unchanged'
  /** Its file was edited by hand and is left as it is. */
  | 'edited'
  /** Another source of the same run had it already. */
  | 'seen';

export interface ShelfOptions {
  /** UTC instant, ms: the date of articles without one. */
  readonly now: number;
  /** Follow the source even where a file was edited. */
  readonly overwrite: boolean;
  /** Only say what would happen. */
  readonly dryRun: boolean;
}

export interface ShelfPlace {
  /** Folders, from the outermost. */
  readonly folders: readonly string[];
  /** What a new file is called after. */
  readonly name: string;
}

export interface Shelved {
  readonly outcome: ShelfOutcome;
  /** Absolute. */
  readonly file: string;
}

/** A folder of articles, known by their guids and addresses, to which others are added. */
export class ArticleShelf {
  readonly root: string;
  readonly #options: ShelfOptions;
  readonly #index: ArticleIndex = createArticleIndex();
  /** Folded. */
  readonly #taken = new Set<string>();
  readonly #touched = new Set<string>();

  private constructor(root: string, options: ShelfOptions) {
    this.root = root;
    this.#options = options;
  }

  /**
   * Reads what is there.
   *
   * @param root - Absolute path; need not exist.
   */
  static async open(root: string, options: ShelfOptions): Promise<ArticleShelf> {
    const shelf = new ArticleShelf(root, options);
    const found = await findSources(root, { label: '', isWanted: () => true, isEntered: isArticleFolder });
    for (const { path: file, absolute } of found.files) {
      shelf.#taken.add(foldFilePath(file));
      const identity = isArticleFile(file) ? readIdentity(readFileSync(absolute, 'utf8')) : undefined;
      if (identity !== undefined) shelf.#index.add(file, identity);
    }
    return shelf;
  }

  /**
   * Adds an article, or brings the file that holds it in step with it.
   *
   * @param guids - Of the whole source.
   */
  put(article: ImportedArticle, place: ShelfPlace, guids: ReadonlySet<string>): Shelved {
    const present = this.#index.find({ ...article, guids });
    if (present === undefined) return this.#create(article, place);
    const absolute = path.join(this.root, present);
    if (this.#touched.has(present)) return { outcome: 'seen', file: absolute };
    this.#touched.add(present);
    const text = readFileSync(absolute, 'utf8');
    const update = updateArticleFile(text, article, { overwrite: this.#options.overwrite });
    if (update.kind === 'updated') this.#write(present, update.text);
    return { outcome: update.kind, file: absolute };
  }

  #create(article: ImportedArticle, { folders, name }: ShelfPlace): Shelved {
    const { guid, source, title, date } = article;
    const identity = guid ?? source ?? `${title}\0${date}`;
    const file = chooseArticleFile({ title: name, folders, identity }, (folded) => this.#taken.has(folded));
    this.#write(file, renderArticleFile(article, { now: this.#options.now }));
    this.#taken.add(foldFilePath(file));
    this.#touched.add(file);
    this.#index.add(file, article);
    return { outcome: 'new', file: path.join(this.root, file) };
  }

  #write(file: string, text: string): void {
    if (!this.#options.dryRun) writeInside(this.root, file, text);
  }
}

/**
 * Writes a file below a folder, whole or not at all; folders on the way are made.
 *
 * @throws BuildError when a link leads out of the folder.
 */
export function writeInside(root: string, file: string, contents: string | Uint8Array): void {
  const target = path.join(root, file);
  const folder = path.dirname(target);
  mkdirSync(folder, { recursive: true });
  const real = realpathSync(folder);
  const realRoot = realpathSync(root);
  if (real !== realRoot && !real.startsWith(realRoot + path.sep))
    throw new BuildError(`${folder} is a link that leads out of ${root}; nothing is written there.`);
  // A hidden name, which no build takes for an article.
  const temporary = path.join(folder, `.${process.pid}.import`);
  writeFileSync(temporary, contents);
  renameSync(temporary, target);
}

/** Where articles lie: in `articles/`, unless the content folder holds articles itself, as that of Hexo does. */
export async function articlesFolder(content: string): Promise<string> {
  const articles = path.resolve(content, 'articles');
  if (statSync(articles, { throwIfNoEntry: false })?.isDirectory()) return articles;
  const own = await findSources(content, {
    label: '',
    isWanted: isArticleFile,
    isEntered: (folder) => isArticleFolder(folder) && folder !== 'pages' && folder !== 'media',
  });
  return own.files.length > 0 ? path.resolve(content) : articles;
}
