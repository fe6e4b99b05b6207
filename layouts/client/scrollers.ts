/** Lets the keyboard reach the boxes of an article that scroll sideways; those that do not need it stay out of its way. */
export function startScrollers(): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const box of document.querySelectorAll('.prose .table-scroll, .prose pre')) observer.observe(box);
}
