/**
 * The address of a page of this site; the browser encodes what has to be. It never leads to another host.
 *
 * @param basePath - `/` or `/news/`.
 * @param url - Site-relative, as the index holds it.
 */
export function pageAddress(basePath: string, url: string): string {
  return basePath + url.replace(/^[/\\]+/, '');
}
