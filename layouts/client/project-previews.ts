/**
 * Closes the previews of projects with Escape, as previews have to be closed by who does not want them: WCAG 2.2, 1.4.13.
 * They open by style alone, and may again once the pointer or the keyboard has left.
 */
export function startProjectPreviews(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const open =
      ':is(.project-card, .project[aria-description]):is(:hover, :has(:focus-visible), :focus-visible)';
    for (const element of document.querySelectorAll<HTMLElement>(open)) close(element);
  });
}

function close(element: HTMLElement): void {
  element.dataset.closed = '';
  const reopen = (): void => {
    delete element.dataset.closed;
  };
  element.addEventListener('pointerleave', reopen, { once: true });
  element.addEventListener('focusout', reopen, { once: true });
}
