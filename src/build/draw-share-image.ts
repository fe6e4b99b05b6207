import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawShareImage } from '../../layouts/share-image.tsx';
import { SHARE_IMAGE_SIZE, type ShareImage } from '../site/share-image.ts';
import { encodePng } from './encode-png.ts';
import type { OutlineFont } from './outline-font.ts';
import { PROJECT } from './project-folder.ts';

let font: OutlineFont | undefined;
let ready: Promise<void> | undefined;

/**
 * Loads the renderer and the font, once. Both are the project's own and what reads them is WebAssembly, so that every
 * machine draws the same bytes.
 */
export function prepareDrawing(): Promise<void> {
  ready ??= loadDrawing();
  return ready;
}

async function loadDrawing(): Promise<void> {
  const renderer = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  // Read when the first is drawn: most builds draw none.
  const [{ openOutlineFont }] = await Promise.all([
    import('./outline-font.ts'),
    initWasm(readFileSync(renderer)),
  ]);
  font = openOutlineFont(readFileSync(path.join(PROJECT, 'fonts/share-serif.otf')));
}

/** @throws Error before `prepareDrawing` has ended. */
export function drawPng(image: ShareImage): Uint8Array {
  if (font === undefined) throw new Error('Nothing can be drawn before the font was read.');
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
