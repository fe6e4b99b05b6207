import { applyChoices, keepChoices, readChoices } from './reader-choices.ts';

/** Brings the form of reader's controls to life: it shows what is chosen, and every change applies at once and is kept. */
export function startReaderControls(): void {
  const form = document.querySelector<HTMLFormElement>('[data-reader-controls]');
  if (form === null) return;
  for (const [name, value] of Object.entries(readChoices())) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
  }
  form.addEventListener('change', () => {
    const choices = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    applyChoices(document.documentElement, choices);
    keepChoices(choices);
  });
  const panel = form.closest('details');
  if (panel !== null) closeWhenLeft(panel);
}

/** Closes a panel on Escape and on a press outside, as readers expect of a menu. */
function closeWhenLeft(panel: HTMLDetailsElement): void {
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    panel.open = false;
    panel.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !panel.contains(event.target)) panel.open = false;
  });
}
