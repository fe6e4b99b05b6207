/** Narrows the names of a page to those that contain what is typed into its box. */
export function startProjectFilter(): void {
  const input = document.querySelector<HTMLInputElement>('#project-filter');
  if (input === null) return;
  const status = input.parentElement?.querySelector<HTMLElement>('[role="status"]');
  const items = [...document.querySelectorAll<HTMLElement>('.project-grid > li, .project-names > li')];
  const groups = [...document.querySelectorAll<HTMLElement>('.project-section, .initial')];
  const filter = (): void => {
    const wanted = fold(input.value);
    for (const item of items)
      item.hidden = !fold(item.querySelector('strong')?.textContent ?? item.textContent ?? '').includes(
        wanted,
      );
    for (const group of groups)
      group.hidden = group.querySelector('li:not([hidden]) > a[href]:not([href^="#"])') === null;
    if (status) status.textContent = items.every(({ hidden }) => hidden) ? (status.dataset.none ?? '') : '';
  };
  input.addEventListener('input', filter);
  // The browser brings back what was typed when the reader comes back.
  if (input.value !== '') filter();
}

/** As `foldName` of the site. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
