import assert from 'node:assert/strict';
import {
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  html as htmlNames,
  parseFragment,
  serialize,
} from 'parse5';
import { OUTPUT_ATTRIBUTES, OUTPUT_CLASSES } from '../../src/html/output-policy.ts';
import { createSanitizeGate } from '../../src/html/sanitize-gate.ts';

type Element = DefaultTreeAdapterTypes.Element;

const context = defaultTreeAdapter.createElement('div', htmlNames.NS.HTML, []);

export function parseAsBrowser(html: string): DefaultTreeAdapterTypes.DocumentFragment {
  return parseFragment(context, html, {});
}

/** What a browser would write for what it has read. */
export function reserialize(html: string): string {
  return serialize(parseAsBrowser(html));
}

const EMBED_HOSTS = new Set(['player.bilibili.com', 'www.youtube.com', 'v.qq.com']);

/** What the value of each attribute must look like, whatever made it. */
const VALUES: { readonly [name: string]: RegExp } = {
  id: /^(?:h-|fn-)[\p{L}\p{N}\p{M}._-]*$/u,
  lang: /^[a-zA-Z0-9-]{2,40}$/,
  dir: /^(?:ltr|rtl|auto)$/,
  href: /^(?:https?:\/\/[^\s/][^\s]*|\/news\/[^\s]*|mailto:[^\s]+|tel:[^\s]+|#(?:h-|fn-)[^\s]*)$/,
  src: /^(?:https?:\/\/[^\s/][^\s]*|\/news\/[^\s]*)$/,
  poster: /^(?:https?:\/\/[^\s/][^\s]*|\/news\/[^\s]*)$/,
  rel: /^noopener nofollow$/,
  width: /^[1-9]\d{0,4}$/,
  height: /^[1-9]\d{0,4}$/,
  loading: /^lazy$/,
  decoding: /^async$/,
  referrerpolicy: /^(?:no-referrer|strict-origin-when-cross-origin)$/,
  sandbox: /^allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation$/,
  allow: /^fullscreen; picture-in-picture; encrypted-media$/,
  allowfullscreen: /^$/,
  controls: /^$/,
  playsinline: /^$/,
  preload: /^none$/,
  reversed: /^$/,
  start: /^-?\d{1,6}$/,
  value: /^-?\d{1,6}$/,
  type: /^(?:[aAiI]|(?:video|audio|application)\/[\w.+-]+)$/,
  colspan: /^(?:[2-9]|[1-9]\d|100)$/,
  rowspan: /^(?:[2-9]|[1-9]\d|100)$/,
  scope: /^(?:row|col)(?:group)?$/,
  tabindex: /^0$/,
  role: /^doc-endnotes$/,
  datetime: /^[\dTZPYMWDHS:.+ -]+$/,
};

const { sanitize } = createSanitizeGate([...EMBED_HOSTS]);

/** Fails unless a browser that reads the HTML finds only what the policy lists in it. */
export function assertPublishable(html: string): void {
  assert.equal(sanitize(html), html, 'sanitize-html would change it');
  assert.doesNotMatch(
    html,
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ufeff\ufffe\uffff]|\p{Cs}/u,
    'a forbidden character',
  );
  const ids = new Set<string>();
  const targets: string[] = [];
  const visit = (nodes: readonly DefaultTreeAdapterTypes.ChildNode[], above: readonly string[]): void => {
    for (const node of nodes) {
      assert.notEqual(node.nodeName, '#comment', 'a comment');
      if (!('tagName' in node)) continue;
      assertElement(node, above, ids);
      for (const { name, value } of node.attrs) {
        if (name === 'href' && value.startsWith('#')) targets.push(value.slice(1));
      }
      visit(node.childNodes, [...above, node.tagName]);
    }
  };
  visit(parseAsBrowser(html).childNodes, []);
  for (const target of targets)
    assert.ok(ids.has(decodeURIComponent(target)), `a link to nowhere: #${target}`);
}

function assertElement(element: Element, above: readonly string[], ids: Set<string>): void {
  const { tagName, namespaceURI, attrs } = element;
  assert.equal(namespaceURI, htmlNames.NS.HTML, `<${tagName}> in a foreign namespace`);
  assert.ok(Object.hasOwn(OUTPUT_ATTRIBUTES, tagName), `<${tagName}>`);
  if (tagName === 'a') assert.ok(!above.includes('a'), 'a link in a link');
  const allowed: readonly string[] = OUTPUT_ATTRIBUTES[tagName as keyof typeof OUTPUT_ATTRIBUTES];
  for (const { name, value } of attrs) {
    assert.ok(allowed.includes(name), `<${tagName} ${name}>`);
    if (name === 'class') assertClasses(tagName, value);
    const pattern = VALUES[name];
    if (pattern !== undefined) assert.match(value, pattern, `<${tagName} ${name}="${value}">`);
    if (name === 'id') {
      assert.ok(!ids.has(value), `two elements with the id ${value}`);
      ids.add(value);
    }
  }
  if (tagName === 'iframe') assertFrame(element);
}

function assertClasses(tagName: string, value: string): void {
  const known = OUTPUT_CLASSES[tagName] ?? [];
  for (const token of value.split(' ')) {
    assert.ok(
      known.some((allowed) => (typeof allowed === 'string' ? allowed === token : allowed.test(token))),
      `<${tagName} class="${value}">`,
    );
  }
}

function assertFrame({ attrs }: Element): void {
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  const url = new URL(attributes.get('src') ?? '');
  assert.equal(url.protocol, 'https:');
  assert.ok(EMBED_HOSTS.has(url.host), `a frame of ${url.host}`);
  for (const name of ['sandbox', 'loading', 'referrerpolicy', 'title']) {
    assert.ok(attributes.get(name), `a frame without ${name}`);
  }
}
