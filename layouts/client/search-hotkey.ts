/** `/`, and Ctrl-K or ⌘K, open the search from any page, as on many sites; on the search page they go to its box. */
export function startSearchHotkey(): void {
  addEventListener('keydown', (event) => {
    if (!isHotkey(event) || event.defaultPrevented) return;
    const box = document.querySelector<HTMLInputElement>('input[type="search"][name="q"]');
    const link = document.querySelector<HTMLAnchorElement>('.masthead a[href$="/search/"]');
    if (box === null && link === null) return;
    event.preventDefault();
    if (box === null) {
      link?.click();
    } else {
      box.focus();
      box.select();
    }
  });
}

function isHotkey({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing, target }: KeyboardEvent): boolean {
  if (isComposing || altKey || document.querySelector('dialog[open]') !== null) return false;
  const isCommand = key.toLowerCase() === 'k' && ctrlKey !== metaKey && !shiftKey;
  return isCommand || (key === '/' && !ctrlKey && !metaKey && !isTyping(target));
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}
