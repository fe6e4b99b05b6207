import { cloneScriptPart } from './script-part.ts';

/** Smaller pictures are as large as they get. CSS pixels. */
const MIN_WIDTH = 240;

/** Wraps the pictures of an article in buttons that show them as large as the window. */
export function startPictureZoom(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('.prose img')) {
    const width = Number(image.getAttribute('width') ?? MIN_WIDTH);
    if (width < MIN_WIDTH || image.closest('a, button') !== null) continue;
    const button = cloneScriptPart<HTMLButtonElement>('.zoom-button');
    if (button === null) return;
    if (image.alt !== '')
      button.setAttribute('aria-label', `${button.getAttribute('aria-label')} ${image.alt}`);
    image.replaceWith(button);
    button.append(image);
    button.addEventListener('click', () => showLarge(image));
  }
}

function showLarge(image: HTMLImageElement): void {
  const dialog = cloneScriptPart<HTMLDialogElement>('dialog');
  if (dialog === null) return;
  const large = document.createElement('img');
  if (image.alt !== '') dialog.setAttribute('aria-label', image.alt);
  large.alt = image.alt;
  large.referrerPolicy = image.referrerPolicy;
  large.src = image.currentSrc;
  dialog.prepend(large);
  // Anywhere: the picture itself is the largest target on a phone.
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
