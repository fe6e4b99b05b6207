import { attributeText } from './normalize-text.ts';
import type { OutputAttributes, ProjectMark } from './output-tree.ts';
import type { SourceElement } from './parse-body.ts';
import { readProjectId } from './project-id.ts';
import { attributeOf, type ElementReader, hasClass, type Reading } from './reading.ts';
import { isFault, type LinkTarget } from './resolve-url.ts';
import { isInside, type TextContext, wrapped } from './text-context.ts';

/** The other site learns nothing of the window it was opened from, and gets no credit for being linked. */
export const EXTERNAL_REL = 'noopener nofollow';
const PROJECT_LINK = /(?:^|\s)project-link(?:\s|$)/;
const PROJECT = /(?:^|\s)project(?:\s|$)/;
const BACKREF = /(?:^|\s)footnote-backref(?:\s|$)/;

/** A link around text or images. Links in links, and links to nowhere, leave their content behind. */
export const readLink: ElementReader = (element, flow, context, reading) => {
  const inner = isInside(context, 'a') ? context : linkContext(element, context, reading);
  reading.readInto(element.childNodes, flow, inner);
};

function linkContext(element: SourceElement, context: TextContext, reading: Reading): TextContext {
  if (hasClass(element, PROJECT_LINK)) return projectContext(context, markOfTagger(element, reading));
  const href = attributeOf(element, 'href');
  if (href === undefined) return context;
  if (hasClass(element, PROJECT)) {
    const isOurs = href.startsWith(reading.projectsPath) && href.endsWith('/');
    const id = isOurs ? readProjectId(href.slice(reading.projectsPath.length, -1)) : undefined;
    if (id !== undefined) return projectContext(context, settledMark(id));
  }
  const target = reading.urls.link(href);
  if (isFault(target)) {
    if (target === 'relative') reading.notes.add('relative-link-removed', href);
    else if (target === 'unsafe') reading.notes.add(ruleForUnsafe(href), href);
    return context;
  }
  if (target.kind === 'project') return projectContext(context, settledMark(target.id));
  return wrapped(context, 'a', linkAttributes(element, target, reading));
}

function ruleForUnsafe(href: string): 'project-link-removed' | 'unsafe-link-removed' {
  return /^\s*project:/i.test(href) ? 'project-link-removed' : 'unsafe-link-removed';
}

function linkAttributes(
  element: SourceElement,
  target: Exclude<LinkTarget, { kind: 'project' }>,
  reading: Reading,
): OutputAttributes {
  if (target.kind === 'external') return { href: target.href, rel: EXTERNAL_REL };
  if (target.kind !== 'anchor') return { href: target.href };
  const attributes: OutputAttributes = { href: '#' };
  if (hasClass(element, BACKREF)) attributes.class = 'footnote-backref';
  reading.anchors.linkTo(target.id, attributes);
  return attributes;
}

/** Without `href` until it is judged: a link that nobody judges is text. */
function projectContext(context: TextContext, project: ProjectMark | undefined): TextContext {
  if (project === undefined || isInside(context, 'code', 'kbd', 'samp')) return context;
  return { ...context, wrappers: [...context.wrappers, { name: 'a', attributes: {}, project }] };
}

/** What a source's tagger wrote. An id that could not be a segment of our URLs names no project. */
function markOfTagger(element: SourceElement, reading: Reading): ProjectMark | undefined {
  const id = readProjectId(attributeOf(element, 'data-id') ?? '');
  if (id === undefined) return undefined;
  const href = externalUrl(attributeOf(element, 'href'), reading);
  const logo = externalUrl(attributeOf(element, 'data-logo'), reading);
  const name = attributeText(attributeOf(element, 'data-name') ?? '', 100);
  const type = attributeText(attributeOf(element, 'data-refer-type') ?? '', 20);
  const verdict = 'judge';
  // Most have both.
  if (href !== undefined && logo !== undefined) return { id, name, type, href, logo, verdict };
  return {
    id,
    name,
    type,
    ...(href === undefined ? {} : { href }),
    ...(logo === undefined ? {} : { logo }),
    verdict,
  };
}

function settledMark(id: string): ProjectMark {
  return { id, name: '', type: '', verdict: 'settled' };
}

function externalUrl(raw: string | undefined, reading: Reading): string | undefined {
  const target = raw === undefined ? 'empty' : reading.urls.link(raw);
  return !isFault(target) && target.kind === 'external' ? target.href : undefined;
}
