import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspectSvg } from '../../src/build/inspect-svg.ts';

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`;

describe('the inspection of an SVG file', () => {
  it('passes a drawing with gradients and references inside itself', () => {
    const drawing =
      '<defs><linearGradient id="g"/></defs><rect fill="url(#g)"/><use href="#g"/><text>on</text>';
    assert.equal(inspectSvg(`<?xml version="1.0"?>${svg(drawing)}`), undefined);
  });

  for (const [what, inside] of Object.entries({
    'a script': '<script>alert(1)</script>',
    'a script in a namespace prefix':
      '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    'a handler': '<rect onload="alert(1)"/>',
    'HTML inside': '<foreignObject><p>x</p></foreignObject>',
    'a link': '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
    'an outside picture': '<image href="https://tracker.example/x.png"/>',
    'an outside paint': '<rect fill="url(https://tracker.example/#x)"/>',
    'an animation that could set a link': '<set attributeName="href" to="javascript:alert(1)"/>',
  })) {
    it(`refuses ${what}`, () => assert.notEqual(inspectSvg(svg(inside)), undefined));
  }

  it('refuses entities of its own and style sheets from elsewhere', () => {
    assert.notEqual(inspectSvg(`<!DOCTYPE svg [<!ENTITY x "y">]>${svg('')}`), undefined);
    assert.notEqual(inspectSvg(`<?xml-stylesheet href="https://x.example/a.css"?>${svg('')}`), undefined);
    assert.notEqual(inspectSvg(svg('<style>@import url(https://x.example/a.css)</style>')), undefined);
  });
});
