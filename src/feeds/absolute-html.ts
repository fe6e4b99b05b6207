/** A tag of serialized HTML: quoted values may hold `>`. */
const TAG = /<[a-z](?:[^">]|"[^"]*")*>/gi;

/** One attribute with a value, whole, so that nothing inside a value is taken for an attribute. */
const ATTRIBUTE = /(\s)([^\s"'=<>/]+)="([^"]*)"/g;

const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);

/**
 * A cleaned body for readers who are elsewhere: paths of the site and fragments of the page become absolute URLs.
 *
 * @param html - As `cleanBody` serializes it: `<` only in tags, values in double quotes, paths with the base path.
 * @param pageUrl - Absolute URL of the article.
 */
export function makeUrlsAbsolute(html: string, pageUrl: string): string {
  const { origin } = new URL(pageUrl);
  const resolve = (url: string): string => {
    if (url.startsWith('#')) return pageUrl + url;
    return /^\/(?!\/)/.test(url) ? origin + url : url;
  };
  return html.replace(TAG, (tag) =>
    tag.replace(ATTRIBUTE, (attribute: string, space: string, name: string, value: string) => {
      if (URL_ATTRIBUTES.has(name)) return `${space}${name}="${resolve(value)}"`;
      if (name === 'srcset')
        return `${space}srcset="${value.replace(/(^|,\s+)(\/(?!\/))/g, `$1${origin}$2`)}"`;
      return attribute;
    }),
  );
}
