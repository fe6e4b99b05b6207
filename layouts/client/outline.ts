/** As in the style sheet: from here on the outline stands beside the text. */
const WIDE = '(min-width: 76rem)';

/** Opens the outline where there is room beside the text, and marks the heading that is being read. */
export function startOutline(): void {
  const outline = document.querySelector<HTMLDetailsElement>('details.outline');
  if (outline === null) return;
  const wide = matchMedia(WIDE);
  outline.open = wide.matches;
  wide.addEventListener('change', () => {
    outline.open = wide.matches;
  });
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of outline.querySelectorAll('a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading !== null) links.set(heading, link);
  }
  const observer = new IntersectionObserver(
    (entries) => {
      const reached = entries.filter((entry) => entry.isIntersecting).at(-1);
      if (reached === undefined) return;
      for (const [heading, link] of links) {
        if (heading === reached.target) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { rootMargin: '0px 0px -70% 0px' },
  );
  for (const heading of links.keys()) observer.observe(heading);
}
