import { Parser } from 'htmlparser2';

/** A WordPress export (WXR), as far as articles are made of it. Texts are as they stand in the file. */
export interface WxrExport {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Address of the home page; "" when it is not there. */
  readonly url: string;
  readonly terms: readonly WxrTerm[];
  /** Names to show, by login. */
  readonly authors: ReadonlyMap<string, string>;
  readonly items: readonly WxrItem[];
  /** The file ends before the export does. */
  readonly isCut: boolean;
}

/** A category, with its place in the tree. */
export interface WxrTerm {
  readonly slug: string;
  /** Slug of the parent; "" at the top. */
  readonly parent: string;
  readonly name: string;
}

/** A post, page, picture or anything else that WordPress keeps as a post. */
export interface WxrItem {
  /** Texts of elements by name, in small letters: `title`, `wp:post_type`, `content:encoded`, … */
  readonly fields: ReadonlyMap<string, string>;
  readonly terms: readonly { readonly taxonomy: string; readonly slug: string; readonly name: string }[];
  readonly meta: ReadonlyMap<string, string>;
  readonly comments: number;
  /** The file ends in it. */
  readonly damaged: boolean;
}

/** Whether a text is a WordPress export: the one element that no other RSS has. */
export function isWxr(text: string): boolean {
  return /<wp:(?:wxr_version|base_site_url|post_type)>/.test(text);
}

/** Reads an export. What is broken in it costs the item that it is in; it does not throw. */
export function parseWxr(text: string): WxrExport {
  const reader = new WxrReader();
  const parser = new Parser(reader, { xmlMode: true });
  // WordPress writes what its database holds: characters that XML does not have, too.
  parser.write(text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''));
  parser.end();
  return reader.read();
}

interface Open {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  text: string;
  /** Texts of the elements in it that have no elements themselves. */
  readonly inner: Map<string, string>;
}

/** Gathers the parser's events. Elements outside of items are few; items are kept as their texts. */
class WxrReader {
  readonly #open: Open[] = [];
  readonly #channel = new Map<string, string>();
  readonly #terms: WxrTerm[] = [];
  readonly #authors = new Map<string, string>();
  readonly #items: WxrItem[] = [];
  #itemTerms: WxrItem['terms'][number][] = [];
  #meta = new Map<string, string>();
  #comments = 0;
  #isCut = false;

  onopentag(name: string, attributes: { readonly [name: string]: string }): void {
    this.#open.push({ name: name.toLowerCase(), attributes, text: '', inner: new Map() });
  }

  ontext(data: string): void {
    const top = this.#open.at(-1);
    if (top !== undefined) top.text += data;
  }

  onclosetag(_: string, isImplied: boolean): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#isCut = isImplied;
    switch (closed.name) {
      case 'item':
        this.#keepItem(closed.inner, isImplied);
        break;
      case 'category':
        if (parent?.name === 'item') this.#keepItemTerm(closed);
        break;
      case 'wp:postmeta':
        this.#meta.set(closed.inner.get('wp:meta_key') ?? '', closed.inner.get('wp:meta_value') ?? '');
        break;
      case 'wp:comment':
        this.#comments++;
        break;
      case 'wp:category':
        this.#keepTerm(closed.inner, 'category_nicename', 'category_parent', 'cat_name');
        break;
      case 'wp:term':
        if (closed.inner.get('wp:term_taxonomy') === 'category')
          this.#keepTerm(closed.inner, 'term_slug', 'term_parent', 'term_name');
        break;
      case 'wp:author':
        this.#authors.set(
          closed.inner.get('wp:author_login') ?? '',
          closed.inner.get('wp:author_display_name') ?? '',
        );
        break;
      default:
        if (parent?.name === 'channel') this.#channel.set(closed.name, closed.text.trim());
        else if (parent?.inner.has(closed.name) === false) parent.inner.set(closed.name, closed.text);
    }
  }

  read(): WxrExport {
    const textOf = (name: string) => this.#channel.get(name) ?? '';
    return {
      title: textOf('title'),
      description: textOf('description'),
      language: textOf('language'),
      url: textOf('wp:base_blog_url') || textOf('link'),
      terms: this.#terms,
      authors: this.#authors,
      items: this.#items,
      isCut: this.#isCut,
    };
  }

  #keepItem(fields: ReadonlyMap<string, string>, damaged: boolean): void {
    this.#items.push({ fields, terms: this.#itemTerms, meta: this.#meta, comments: this.#comments, damaged });
    this.#itemTerms = [];
    this.#meta = new Map();
    this.#comments = 0;
  }

  #keepItemTerm({ attributes, text }: Open): void {
    const { domain = 'category', nicename = text } = attributes;
    this.#itemTerms.push({ taxonomy: domain, slug: nicename, name: text });
  }

  #keepTerm(inner: ReadonlyMap<string, string>, slug: string, parent: string, name: string): void {
    const textOf = (key: string) => inner.get(`wp:${key}`)?.trim() ?? '';
    this.#terms.push({ slug: textOf(slug), parent: textOf(parent), name: textOf(name) || textOf(slug) });
  }
}
