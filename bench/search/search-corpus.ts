import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { ArticleText } from '../../src/search/article-text.ts';
import { readBodyText } from '../../src/search/html-text.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { generateArticle } from '../corpus/generate-article.ts';

/** What is kept of an article in memory; its body is in a file. */
interface CorpusEntry {
  readonly title: string;
  /** UTC instant, ms. */
  readonly date: number;
  readonly categories: readonly string[];
  /** Of its body in the file, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/** The articles of a generated corpus, oldest first, as a build hands them to the search: cleaned bodies, names, dates. */
export class SearchCorpus {
  readonly #entries: readonly CorpusEntry[];
  readonly #bodies: number;

  private constructor(entries: readonly CorpusEntry[], bodies: number) {
    this.#entries = entries;
    this.#bodies = bodies;
  }

  /** Opens a corpus in the scratch folder; it is generated when it is not there. */
  static open(scratch: string, articles: number, seed: number): SearchCorpus {
    const file = path.join(scratch, `search-${articles}-${seed}.corpus`);
    if (!existsSync(`${file}.json`)) writeCorpus(file, articles, seed);
    const entries = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as CorpusEntry[];
    return new SearchCorpus(entries, openSync(file, 'r'));
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Names the article for ever. */
  keyOf(at: number): string {
    return `${this.#entries[at]!.categories.join('/')}/${this.#entries[at]!.title}.md`;
  }

  urlOf(at: number): string {
    return `/p/${at.toString(36).padStart(10, '0')}/`;
  }

  /** The article that has a URL. */
  placeOf(url: string): number {
    return Number.parseInt(url.slice('/p/'.length, -1), 36);
  }

  dateOf(at: number): number {
    return this.#entries[at]!.date;
  }

  /** HTML of the body. */
  bodyOf(at: number): string {
    const { offset, length } = this.#entries[at]!;
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#bodies, bytes, 0, length, offset);
    return bytes.toString('utf8');
  }

  documentOf(at: number): SearchDocument {
    const { title, categories } = this.#entries[at]!;
    const text = readBodyText(this.bodyOf(at));
    return { title, text, projects: [], categories: [categories], sources: [categories[1]!], tags: [] };
  }

  textOf(at: number): ArticleText {
    const { title, text } = this.documentOf(at);
    const { categories, date } = this.#entries[at]!;
    return { title, text, projects: [], category: categories, authors: [categories[1]!], date };
  }

  close(): void {
    closeSync(this.#bodies);
  }
}

function writeCorpus(file: string, articles: number, seed: number): void {
  const bodies = openSync(`${file}.new`, 'w');
  const entries: CorpusEntry[] = [];
  let offset = 0;
  for (let index = 0; index < articles; index += 1) {
    const { path: place, title, date, text } = generateArticle(index, seed);
    const body = Buffer.from(cleanBody(text));
    writeSync(bodies, body);
    entries.push({ title, date, categories: place.split('/').slice(0, -1), offset, length: body.length });
    offset += body.length;
  }
  closeSync(bodies);
  entries.sort((a, b) => a.date - b.date || (a.title < b.title ? -1 : 1));
  renameSync(`${file}.new`, file);
  writeFileSync(`${file}.json`, JSON.stringify(entries));
}

/** About what a build makes of a scraped body: without the front matter, styles, and what trackers need. */
function cleanBody(text: string): string {
  return text
    .slice(text.indexOf('---\n', text.indexOf('---') + 3) + 4)
    .replace(/\s(?:style|data-[\w-]+|target|label)="[^"]*"/g, '')
    .trim();
}
