/**
 * The host of an absolute http(s) URL as readers know it, without `www.`: `36kr.com`.
 *
 * @returns The URL itself when it has no such host.
 */
export function urlHost(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}
