import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cdata, element, text, textElement, xmlDocument } from '../../src/feeds/xml.ts';

describe('text', () => {
  it('escapes markup', () => {
    assert.equal(text('a <b> & "c" ]]>'), 'a &lt;b&gt; &amp; "c" ]]&gt;');
  });

  it('removes what XML 1.0 has no place for', () => {
    assert.equal(text('a\0\b\x0b\x1f\x7f\x80\ud800b\udfff\ufffe\uffff😀\t\n'), 'ab😀\t\n');
  });
});

describe('cdata', () => {
  it('splits the end of a section', () => {
    assert.equal(cdata('a]]>b]]>'), '<![CDATA[a]]]]><![CDATA[>b]]]]><![CDATA[>]]>');
  });

  it('is not taken in by an end that appears once illegal characters are gone', () => {
    assert.equal(cdata(']\0]>'), '<![CDATA[]]]]><![CDATA[>]]>');
  });
});

describe('element', () => {
  it('escapes attributes, and leaves out absent ones', () => {
    assert.equal(
      element('a', { x: '"<&>\n\0', y: undefined, z: 0 }),
      '<a x="&quot;&lt;&amp;&gt;&#10;" z="0"/>',
    );
  });

  it('puts elements on lines of their own, and text on none', () => {
    assert.equal(element('a', {}, [element('b', {}, text('c'))]), '<a>\n<b>c</b>\n</a>');
  });
});

describe('textElement', () => {
  it('leaves out what is empty', () => {
    assert.deepEqual(
      [textElement('a', ''), textElement('a', undefined), textElement('a', 'b')],
      [[], [], ['<a>b</a>']],
    );
  });
});

describe('xmlDocument', () => {
  it('begins with the declaration', () => {
    assert.equal(xmlDocument(element('a', {})), '<?xml version="1.0" encoding="UTF-8"?>\n<a/>\n');
  });
});
