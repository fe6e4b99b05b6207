/** An old path and the path it leads to, both as somebody wrote them. */
export interface HexoRedirect {
  readonly from: string;
  readonly to: string;
}

/**
 * Reads `source/_redirects`, as Netlify and Cloudflare Pages do: `/from /to [status]`. Rewrites (200) and patterns are no
 * redirects of one path.
 *
 * @see https://docs.netlify.com/routing/redirects/
 */
export function readRedirectsFile(text: string): readonly HexoRedirect[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [from = '', to = '', status = '301'] = line.replace(/#.*$/, '').trim().split(/\s+/);
    const isPlain =
      from.startsWith('/') && !/[*:]/.test(from) && /^\/|^https?:/.test(to) && /^30\d!?$/.test(status);
    return isPlain ? [{ from, to }] : [];
  });
}

/**
 * A path of the old site in the form in which two are compared: behind the root, decoded, without `index.html` and
 * slashes at its ends.
 *
 * @param root - Begins and ends with `/`.
 * @param origin - Of the old site; addresses of other hosts are no paths of it.
 */
export function oldPathKey(address: string, root: string, origin?: string): string | undefined {
  let path = address.trim();
  if (/^https?:\/\//i.test(path)) {
    if (!URL.canParse(path) || new URL(path).origin !== origin) return undefined;
    path = new URL(path).pathname;
  }
  const decoded = decode(path.replace(/[?#].*$/s, '')).normalize('NFC');
  const rooted = decoded.startsWith(root) ? decoded.slice(root.length) : decoded;
  return rooted.replace(/(?:^|\/)index\.html$/, '').replace(/^\/+|\/+$/g, '');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A % that encodes nothing is text.
    return path;
  }
}
