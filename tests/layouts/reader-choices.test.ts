import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { applyChoices, readChoices } from '../../layouts/client/reader-choices.ts';

/** As much of an element as the choices need. */
function rootWith(attributes: Readonly<Record<string, string>>) {
  const held = new Map(Object.entries(attributes));
  return {
    held,
    element: {
      setAttribute: (name: string, value: string) => void held.set(name, value),
      removeAttribute: (name: string) => void held.delete(name),
    } as unknown as HTMLElement,
  };
}

const keep = (text: string) => Object.assign(globalThis, { localStorage: { getItem: () => text } });
afterEach(() => void Reflect.deleteProperty(globalThis, 'localStorage'));

describe('what a reader chose', () => {
  it('leaves a page as the site sent it until something is chosen', () => {
    const { held, element } = rootWith({ 'data-theme': 'dark' });
    applyChoices(element, {});
    assert.deepEqual([...held], [['data-theme', 'dark']]);
  });

  it('wins over the site, also where it is what the layouts have', () => {
    keep('{"theme":"system","line-width":"wide","other":"x"}');
    const { held, element } = rootWith({ 'data-theme': 'dark', 'data-typeface': 'serif' });
    applyChoices(element, readChoices());
    assert.deepEqual(
      [...held],
      [
        ['data-typeface', 'serif'],
        ['data-line-width', 'wide'],
      ],
    );
  });
});
