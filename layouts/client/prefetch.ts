/** Fetches a page of the site when the reader points at a link to it, so that it is there when they press. */
export function startPrefetch(): void {
  // A reader who saves data, or whose line is slow, is not charged for what they may not read.
  const line = (navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } })
    .connection;
  if (line?.saveData === true || /2g/.test(line?.effectiveType ?? '')) return;
  const fetched = new Set([location.pathname]);
  const prefetch = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.origin !== location.origin || !/\/$|\.html$/.test(link.pathname)) return;
    if (fetched.has(link.pathname)) return;
    fetched.add(link.pathname);
    const hint = document.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.pathname;
    document.head.append(hint);
  };
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, prefetch, { passive: true });
}
