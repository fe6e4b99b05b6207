/**
 * The policy under which every page works, for a `<meta>` and for an HTTP header alike (so without `frame-ancestors`,
 * which a `<meta>` cannot carry). Nothing inline runs or styles; all scripts are files of the site.
 *
 * @param embedHosts - Host names whose https frames are shown, each an exact match.
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(embedHosts: readonly string[]): string {
  const frames = embedHosts.filter(isHostName).map((host) => `https://${host}`);
  return [
    "default-src 'none'",
    "script-src 'self'",
    // One policy, by name, for each of the two places where a script of the site hands a URL to the browser: workers.
    "require-trusted-types-for 'script'",
    'trusted-types broadsheet broadsheet-offline',
    "worker-src 'self'",
    "style-src 'self'",
    // Pictures and recordings stay with the hosts of the articles, many of which still have no https.
    "img-src 'self' https: http:",
    "media-src 'self' https: http:",
    `frame-src ${frames.length > 0 ? frames.join(' ') : "'none'"}`,
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** A `;`, a comma or a space in a host would end the directive and begin another. */
function isHostName(host: string): boolean {
  return /^[a-z0-9.-]+(?::\d+)?$/i.test(host);
}
