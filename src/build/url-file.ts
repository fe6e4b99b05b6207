/**
 * The files that a URL may mean, likeliest first.
 *
 * @param url - Absolute or site-relative, percent-encoded or not, with or without the base path; or a file's own path.
 * @returns Paths relative to the output folder.
 */
export function decodeUrlPath(url: string, basePath: string): readonly string[] {
  const pathname = decode(url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, ''));
  const bare = [pathname, ...(pathname.startsWith(basePath) ? [pathname.slice(basePath.length)] : [])].map(
    (each) => each.replace(/^\/+/, ''),
  );
  return bare.flatMap((each) => [
    each,
    `${each.replace(/\/$/, '')}/index.html`.replace(/^\//, ''),
    `${each}.html`,
  ]);
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A stray `%` in a file's own name.
    return pathname;
  }
}
