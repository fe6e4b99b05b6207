import { cloneScriptPart } from './script-part.ts';

/**
 * What becomes of a picture that does not load. Pictures stay with the hosts of the articles, and hosts refuse strangers in
 * two ways: some refuse a foreign referrer, some refuse none. So a picture is asked for once more with the opposite policy;
 * when that fails too, the drawing stays that lies under a thumbnail, or a box of the same size takes a picture's place in the
 * text, with a link to the picture. Nothing moves.
 */
export function startPictureLadder(): void {
  // Errors do not bubble, but they can be caught on the way down.
  document.addEventListener(
    'error',
    (event) => {
      if (event.target instanceof HTMLImageElement) takeNextStep(event.target);
    },
    true,
  );
  document.addEventListener(
    'load',
    (event) => {
      if (event.target instanceof HTMLImageElement) settle(event.target);
    },
    true,
  );
  // Some were done before this file had arrived.
  for (const image of document.images) {
    if (!image.complete) continue;
    if (image.naturalWidth > 0) settle(image);
    else if (image.currentSrc !== '') takeNextStep(image);
  }
}

function takeNextStep(image: HTMLImageElement): void {
  if (image.dataset.retried !== undefined) {
    giveUp(image);
    return;
  }
  const source = image.src;
  image.dataset.retried = '';
  image.referrerPolicy =
    image.referrerPolicy === 'no-referrer' ? 'strict-origin-when-cross-origin' : 'no-referrer';
  image.src = source;
}

/** A picture without a known size takes its own; one over a drawing hides it, since it may be transparent. */
function settle(image: HTMLImageElement): void {
  if (image.closest('.prose') !== null && !image.hasAttribute('width')) {
    image.width = image.naturalWidth;
    image.height = image.naturalHeight;
  }
  image.dataset.loaded = '';
}

function giveUp(image: HTMLImageElement): void {
  const box = image.closest('.picture');
  if (image.closest('.prose') !== null) {
    (image.closest('.zoom-button') ?? image).replaceWith(drawMissing(image));
    return;
  }
  image.remove();
  const link = linkToPicture(image);
  if (box?.closest('.article-picture') && link !== null) box.append(link);
}

/** A box as large as the picture would be, with a drawing in it. Inside a link it leads nowhere else. */
function drawMissing(image: HTMLImageElement): HTMLElement {
  const box = document.createElement('span');
  box.className = 'missing-picture';
  const drawing = document.querySelector('.placeholder')?.cloneNode(true);
  if (drawing !== undefined) box.append(drawing);
  box.append((image.closest('a') === null ? linkToPicture(image) : null) ?? image.alt);
  const { width, height } = attributeSize(image);
  if (width > 0 && height > 0) {
    box.style.inlineSize = `${width}px`;
    box.style.aspectRatio = `${width} / ${height}`;
  }
  return box;
}

/** The size that the page gives the picture, whatever it is drawn at; 0 when it gives none. */
function attributeSize(image: HTMLImageElement): { readonly width: number; readonly height: number } {
  return { width: Number(image.getAttribute('width')), height: Number(image.getAttribute('height')) };
}

function linkToPicture(image: HTMLImageElement): HTMLAnchorElement | null {
  const link = cloneScriptPart<HTMLAnchorElement>('.picture-link');
  if (link === null) return null;
  link.href = image.src;
  if (image.alt !== '') link.prepend(`${image.alt} · `);
  return link;
}
