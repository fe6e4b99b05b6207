import { applyChoices, keepChoices, type ReaderChoices, readChoices } from './reader-choices.ts';

/** Brings the reader's controls to life: they show what is chosen, and every change applies at once and is kept. */
export function startReaderControls(): void {
  const controls = document.querySelector('.reader-panel');
  if (controls === null) return;
  const radios = [...controls.querySelectorAll('input')];
  const kept = readChoices();
  for (const radio of radios) if (kept[radio.name] === radio.value) radio.checked = true;
  tintBrowser();
  controls.addEventListener('change', (event) => {
    const chosen = radios.filter((radio) => radio.checked);
    applyChoices(document.documentElement, namedValues(chosen));
    // What the site chose itself is not the reader's choice, and may change with the site.
    keepChoices(namedValues(chosen.filter((radio) => !radio.defaultChecked)));
    tintBrowser();
    // Larger type moves the control away from under the finger, or out of the window.
    if (event.target instanceof Element)
      event.target.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  });
  const panel = controls.closest('details');
  if (panel !== null) closeWhenLeft(panel);
}

function namedValues(radios: readonly HTMLInputElement[]): ReaderChoices {
  return Object.fromEntries(radios.map((radio) => [radio.name, radio.value]));
}

/** Gives the browser's own bars the colour of the page. */
function tintBrowser(): void {
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]'))
    meta.content = paper;
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
