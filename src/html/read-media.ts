import { pixels } from './image-size.ts';
import { createElement, type OutputAttributes, type OutputElement } from './output-tree.ts';
import type { SourceElement } from './parse-body.ts';
import { attributeOf, type ElementReader, isElement, type Reading } from './reading.ts';
import { isFault } from './resolve-url.ts';

/** More alternatives than this are no help to anyone. */
const MOST_SOURCES = 4;
const MEDIA_TYPE = /^(?:video|audio|application)\/[\w.+-]{1,60}$/;

/** A player with controls that loads nothing, and plays nothing, until it is asked to. */
export const readVideo: ElementReader = (element, flow, _context, reading) => {
  const sources = mediaSources(element, reading);
  if (sources.length === 0) {
    reading.notes.add('media-removed', `<${element.tagName}`);
    return;
  }
  const poster = firstUsable(element, ['poster', 'data-poster'], reading);
  const width = pixels(attributeOf(element, 'width'));
  const height = pixels(attributeOf(element, 'height'));
  flow.addBlock(
    player('video', sources, {
      ...(poster === undefined ? {} : { poster }),
      ...(width === undefined || height === undefined
        ? {}
        : { width: String(width), height: String(height) }),
      controls: '',
      preload: 'none',
      playsinline: '',
    }),
  );
};

export const readAudio: ElementReader = (element, flow, _context, reading) => {
  const sources = mediaSources(element, reading);
  if (sources.length === 0) reading.notes.add('media-removed', `<${element.tagName}`);
  else flow.addBlock(player('audio', sources, { controls: '', preload: 'none' }));
};

interface MediaSource {
  readonly src: string;
  readonly type?: string;
}

/** One source is written as `src`; several as `source` elements, for the browser to choose. */
function player(
  name: 'video' | 'audio',
  sources: readonly MediaSource[],
  attributes: OutputAttributes,
): OutputElement {
  const [first] = sources;
  if (sources.length === 1 && first !== undefined)
    return createElement(name, { src: first.src, ...attributes });
  return createElement(
    name,
    attributes,
    sources.map(({ src, type }) => createElement('source', { src, ...(type === undefined ? {} : { type }) })),
  );
}

function mediaSources(element: SourceElement, reading: Reading): readonly MediaSource[] {
  const own = firstUsable(element, ['src', 'data-src'], reading);
  if (own !== undefined) return [{ src: own }];
  const sources: MediaSource[] = [];
  for (const child of element.childNodes) {
    if (!isElement(child) || child.tagName !== 'source' || sources.length === MOST_SOURCES) continue;
    const src = firstUsable(child, ['src', 'data-src'], reading);
    if (src === undefined) continue;
    const type = attributeOf(child, 'type')?.trim().toLowerCase();
    sources.push(type !== undefined && MEDIA_TYPE.test(type) ? { src, type } : { src });
  }
  return sources;
}

function firstUsable(element: SourceElement, names: readonly string[], reading: Reading): string | undefined {
  for (const name of names) {
    const value = attributeOf(element, name);
    const resolved = value === undefined ? 'empty' : reading.urls.resource(value);
    if (!isFault(resolved)) return resolved;
  }
  return undefined;
}
