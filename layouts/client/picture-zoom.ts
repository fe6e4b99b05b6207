/** Smaller pictures are as large as they get. CSS pixels. */
const MIN_WIDTH = 240;

/** Wraps the pictures of an article in buttons that show them as large as the window. */
export function startPictureZoom(): void {
  for (const image of document.querySelectorAll<HTMLImageElement>('.prose img')) {
    const width = Number(image.getAttribute('width') ?? MIN_WIDTH);
    if (width < MIN_WIDTH || image.closest('a, button') !== null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'zoom-button';
    button.setAttribute('aria-label', [document.body.dataset.enlargePicture, image.alt].join(' ').trim());
    image.replaceWith(button);
    button.append(image);
    button.addEventListener('click', () => showLarge(image));
  }
}

function showLarge(image: HTMLImageElement): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.setAttribute('aria-label', image.alt || (document.body.dataset.enlargePicture ?? ''));
  const large = document.createElement('img');
  large.alt = image.alt;
  large.referrerPolicy = image.referrerPolicy;
  large.src = image.currentSrc;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button';
  close.textContent = document.body.dataset.close ?? '';
  dialog.append(large, close);
  // Anywhere: the picture itself is the largest target on a phone.
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
