import { pixels } from './image-size.ts';
import { attributeText } from './normalize-text.ts';
import { IFRAME_ATTRIBUTES } from './output-policy.ts';
import { createElement, type OutputElement } from './output-tree.ts';
import type { SourceElement } from './parse-body.ts';
import { EXTERNAL_REL } from './read-link.ts';
import { attributeOf, type ElementReader, type Reading } from './reading.ts';
import { isFault } from './resolve-url.ts';

const SOURCE_ATTRIBUTES = Object.freeze(['data-src', 'data-lazy-src', 'data-original', 'src']);

/** A frame of an allowed host, in a sandbox; of any other host, a link; of nothing that can be addressed, nothing. */
export const readEmbed: ElementReader = (element, flow, _context, reading) => {
  const address = frameAddress(element, reading);
  if (address === undefined) {
    reading.notes.add('active-content-removed', '<iframe');
    return;
  }
  if (isInvisible(element)) {
    reading.notes.add('tracker-removed', '<iframe');
    return;
  }
  const url = new URL(address, 'https://site.invalid/');
  const title = attributeText(attributeOf(element, 'title') ?? '', 200);
  if (isAllowed(url, reading)) {
    flow.addBlock(frame(element, withoutAutoplay(url), title || reading.labels.embed + url.hostname));
    return;
  }
  reading.notes.add('embed-replaced', address);
  const target = reading.urls.link(address);
  const rel = !isFault(target) && target.kind === 'external' ? { rel: EXTERNAL_REL } : {};
  const link = createElement('a', { href: address, ...rel }, [title || url.hostname]);
  flow.addBlock(createElement('p', {}, [link]));
};

function frameAddress(element: SourceElement, reading: Reading): string | undefined {
  for (const name of SOURCE_ATTRIBUTES) {
    const value = attributeOf(element, name);
    const resolved = value === undefined ? 'empty' : reading.urls.resource(value);
    if (!isFault(resolved) && !resolved.startsWith('/')) return resolved;
  }
  return undefined;
}

/** Exact hosts, on their default port: `www.youtube.com.evil.example` and `www.youtube.com:8080` are others. */
function isAllowed(url: URL, reading: Reading): boolean {
  return reading.embedHosts.has(url.hostname) && url.port === '';
}

/** All that is allowed answers over https. Readers decide when something plays. */
function withoutAutoplay(url: URL): string {
  url.protocol = 'https:';
  const autoplay = url.searchParams.get('autoplay');
  const playsByItself = url.hostname === 'player.bilibili.com' && autoplay === null;
  if (playsByItself || (autoplay !== null && autoplay !== '0')) url.searchParams.set('autoplay', '0');
  return url.href;
}

function frame(element: SourceElement, src: string, title: string): OutputElement {
  const width = pixels(attributeOf(element, 'width'));
  const height = pixels(attributeOf(element, 'height'));
  return createElement('iframe', {
    src,
    title,
    ...(width === undefined || height === undefined ? {} : { width: String(width), height: String(height) }),
    ...IFRAME_ATTRIBUTES,
  });
}

function isInvisible(element: SourceElement): boolean {
  return ['width', 'height'].some((name) =>
    /^\s{0,9}0*[0-3](?:px)?\s{0,9}$/i.test(attributeOf(element, name) ?? ''),
  );
}
