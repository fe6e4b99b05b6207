/** Scrolls the strip of sections, where it is wider than the window, to the one that the page is in. */
export function startSections(): void {
  const strip = document.querySelector('.sections ul');
  const current = strip?.querySelector<HTMLElement>('[aria-current]');
  if (!strip || !current) return;
  const hidden = current.getBoundingClientRect().right - strip.getBoundingClientRect().right;
  if (hidden > 0) strip.scrollLeft = hidden + strip.clientWidth / 3;
}
