import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { renderCodeFrame } from '../../src/cli/render-code-frame.ts';

const frame = (source: string, line: number, column: number): readonly string[] =>
  renderCodeFrame(source, line, column).map(({ text }) => text);

describe('renderCodeFrame', () => {
  it('shows two lines before the place and a mark below it', () => {
    assert.deepEqual(frame('a\nb\nc\nd\ne', 4, 1), ['2 | b', '3 | c', '4 | d', '  | ^']);
  });

  it('aligns the numbers of lines', () => {
    assert.deepEqual(frame('x\n'.repeat(10), 10, 1), [' 8 | x', ' 9 | x', '10 | x', '   | ^']);
  });

  it('counts two columns for a wide character', () => {
    assert.deepEqual(frame('桥a：b', 1, 4), ['1 | 桥a：b', '  |      ^']);
  });

  it('counts from behind a byte order mark', () => {
    assert.deepEqual(frame('\ufeffab', 1, 2), ['1 | ab', '  |  ^']);
  });

  it('cuts a long line around the place', () => {
    const [text, mark] = frame(`${'a'.repeat(500)}X${'b'.repeat(500)}`, 1, 501);
    assert.ok(text!.length < 120);
    assert.equal(text![mark!.indexOf('^')], 'X');
    assert.ok(text!.startsWith('1 | …') && text!.endsWith('…'));
  });

  it('puts the mark behind the line for a column beyond it', () => {
    assert.deepEqual(frame('ab', 1, 3), ['1 | ab', '  |   ^']);
  });

  it('shows nothing for a line that is not there', () => {
    assert.deepEqual(frame('a', 9, 1), []);
    assert.deepEqual(frame('', 1, 1), []);
  });

  it('never throws, and never cuts a character in two', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.nat(5),
        fc.nat(400),
        (source, line, column) => {
          for (const text of frame(source, line + 1, column + 1)) assert.ok(!/\p{Cs}/u.test(text));
        },
      ),
    );
  });
});
