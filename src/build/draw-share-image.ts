import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawShareImage } from '../../layouts/share-image.tsx';
import { SHARE_IMAGE_SIZE, type ShareImage } from '../site/share-image.ts';
import { encodePng } from './encode-png.ts';
import type { OutlineFont } from './outline-font.ts';
import { PROJECT } from './project-folder.ts';

/**
 * Draws pictures. The renderer and the font are the project's own and what reads them is WebAssembly, so that every machine
 * draws the same bytes. Loading them takes as long as a few drawings.
 *
 * @returns PNG, in the order of the images.
 */
export async function drawPngs(images: readonly ShareImage[]): Promise<readonly Uint8Array[]> {
  loading ??= loadDrawing();
  const font = await loading;
  return images.map((image) => drawPng(image, font));
}

let loading: Promise<OutlineFont> | undefined;

async function loadDrawing(): Promise<OutlineFont> {
  const renderer = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  // Read when the first is drawn: most builds draw none.
  const [{ openOutlineFont }] = await Promise.all([
    import('./outline-font.ts'),
    initWasm(readFileSync(renderer)),
  ]);
  return openOutlineFont(readFileSync(path.join(PROJECT, 'fonts/share-serif.otf')));
}

function drawPng(image: ShareImage, font: OutlineFont): Uint8Array {
  const drawing = new Resvg(drawShareImage(image, font), {
    fitTo: { mode: 'width', value: SHARE_IMAGE_SIZE.width },
    font: { fontBuffers: [] },
  });
  const rendered = drawing.render();
  const png = encodePng(rendered);
  rendered.free();
  drawing.free();
  return png;
}
