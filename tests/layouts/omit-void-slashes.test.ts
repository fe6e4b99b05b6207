import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parse, serialize } from 'parse5';
import { createElement } from 'preact';
import { render } from 'preact-render-to-string';
import { omitVoidSlashes } from '../../layouts/omit-void-slashes.ts';

describe('omitting the slashes of void elements', () => {
  it('leaves the element', () => {
    assert.equal(omitVoidSlashes('<p><img src="a" alt/><br/></p>', ''), '<p><img src="a" alt><br></p>');
  });

  it('keeps a slash that is text, or within a value', () => {
    const html = '<br>a/>b<p title="/>">c/></p><img alt="<br/>">';
    assert.equal(omitVoidSlashes(html.replace('<br/>', '&lt;br/>'), ''), html.replace('<br/>', '&lt;br/>'));
    assert.equal(omitVoidSlashes('<br/>a/>', ''), '<br>a/>');
    assert.equal(omitVoidSlashes('<img alt="a/>b"/>', ''), '<img alt="a/>b">');
  });

  it('keeps the slashes of drawings', () => {
    assert.equal(omitVoidSlashes('<svg><path d="M0 0"/></svg>', ''), '<svg><path d="M0 0"/></svg>');
  });

  it('does not touch the body', () => {
    assert.equal(omitVoidSlashes('<br/><div><br/>x</div><br/>', '<br/>x'), '<br><div><br/>x</div><br>');
  });

  it('changes nothing that a browser reads', () => {
    const text = fc.string({ unit: fc.constantFrom('/', '>', '"', '<', "'", ' ', 'a', '=') });
    fc.assert(
      fc.property(text, text, text, (before, value, after) => {
        const html = render(
          createElement('p', { title: value }, before, createElement('img', { alt: value, src: 'a' }), after),
        );
        assert.equal(serialize(parse(omitVoidSlashes(html, ''))), serialize(parse(html)));
      }),
    );
  });
});
