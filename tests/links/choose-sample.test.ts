import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseSample, type KnownLink, type LinkOutcome } from '../../src/links/choose-sample.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 0, 100);

const known = (...links: readonly (readonly [url: string, daysAgo: number, outcome?: LinkOutcome])[]) =>
  new Map(
    links.map(([url, days, outcome = 'alive']): [string, KnownLink] => [
      url,
      { url, asked: NOW - days * DAY, outcome, message: '' },
    ]),
  );

const a = 'https://a.example/';
const b = 'https://b.example/';
const c = 'https://c.example/';

describe('chooseSample', () => {
  it('asks what was never asked first, then what was asked the longest ago', () => {
    const asked = known([a, 40], [b, 50]);
    assert.deepEqual(chooseSample([a, b, c], asked, { most: 3, now: NOW }), [c, b, a]);
    assert.deepEqual(chooseSample([a, b, c], asked, { most: 2, now: NOW }), [c, b]);
  });

  it('lets an answer hold for a while, a bad one for less', () => {
    const asked = known([a, 5], [b, 5, 'dead'], [c, 2, 'unsure']);
    assert.deepEqual(chooseSample([a, b, c], asked, { most: 9, now: NOW }), [b, c]);
  });

  it('gives every host its turn', () => {
    assert.deepEqual(chooseSample([`${a}1`, `${a}2`, `${a}3`, b], new Map(), { most: 3, now: NOW }), [
      `${a}1`,
      b,
      `${a}2`,
    ]);
  });

  it('asks again when the clock was put back', () => {
    assert.deepEqual(chooseSample([a], known([a, -400]), { most: 1, now: NOW }), [a]);
  });

  it('asks nothing twice', () =>
    assert.deepEqual(chooseSample([a, a], new Map(), { most: 9, now: NOW }), [a]));
});
