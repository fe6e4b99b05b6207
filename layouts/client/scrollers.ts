/** Lets the keyboard reach the boxes of an article that scroll sideways; those that do not need it stay out of its way. */
export function startScrollers(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.prose .table-scroll, .prose pre')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
}
