/**
 * The browser's side of the preview: reloads when its page was written anew, keeping the scroll position, and shows faults
 * over the page until they are mended. Served as a file, and drawn with element calls and a constructed style sheet, so
 * that it works under the pages' own Content-Security-Policy.
 */
export const OVERLAY_SCRIPT = `(() => {
  const key = 'broadsheet-dev-scroll:' + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener('load', () => scrollTo(0, Number(kept)));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('#broadsheet-overlay{position:fixed;inset:auto 0 0 0;z-index:2147483647;max-block-size:60vh;overflow:auto;margin:0;padding:1rem 1.5rem;border:0;border-block-start:4px solid #d33;background:#1b1b1f;color:#f5f5f5;font:14px/1.6 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap;inline-size:100%}');
  document.adoptedStyleSheets.push(sheet);
  function show(faults) {
    document.getElementById('broadsheet-overlay')?.remove();
    if (faults.length === 0) return;
    const box = document.createElement('pre');
    box.id = 'broadsheet-overlay';
    box.setAttribute('role', 'alert');
    box.textContent = faults.join('\\n\\n');
    document.body.append(box);
  }
  const events = new EventSource('/__dev/events');
  events.addEventListener('faults', (event) => show(JSON.parse(event.data)));
  function isShown(path) {
    try {
      return path === '*' || path === decodeURIComponent(location.pathname);
    } catch {
      return true;
    }
  }
  let started;
  events.addEventListener('started', (event) => {
    if (started !== undefined && started !== event.data) {
      sessionStorage.setItem(key, String(scrollY));
      location.reload();
    }
    started = event.data;
  });
  events.addEventListener('reload', (event) => {
    if (!JSON.parse(event.data).some(isShown)) return;
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  });
})();
`;

/** Puts the overlay's script into a page. */
export function injectOverlay(html: string): string {
  const tag = '<script src="/__dev/overlay.js" defer></script>';
  return html.includes('</head>') ? html.replace('</head>', () => `${tag}</head>`) : html + tag;
}
