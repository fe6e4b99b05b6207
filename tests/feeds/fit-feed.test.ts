import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FeedEntry } from '../../src/feeds/feed-entry.ts';
import { fitFeed } from '../../src/feeds/fit-feed.ts';

function makeEntry(title: string, html: string): FeedEntry {
  return {
    url: `https://x/${title}`,
    title,
    date: 0,
    updated: 0,
    summary: '',
    html,
    authors: [],
    categories: [],
  };
}

const render = (entries: readonly FeedEntry[]): string =>
  entries.map(({ title, html = '-' }) => title + html).join();

describe('fitFeed', () => {
  const entries = ['a', 'b', 'c'].map((title) => makeEntry(title, '1234567890'));

  it('leaves a small feed whole', () => {
    assert.equal(fitFeed(entries, render, 100), 'a1234567890,b1234567890,c1234567890');
  });

  it('drops the bodies of the oldest first', () => {
    assert.equal(fitFeed(entries, render, 30), 'a1234567890,b1234567890,c-');
    assert.equal(fitFeed(entries, render, 20), 'a1234567890,b-,c-');
  });

  it('drops the oldest entries when there is no body left to drop', () => {
    assert.equal(fitFeed(entries, render, 5), 'a-,b-');
    assert.equal(fitFeed(entries, render, 0), '');
  });

  it('measures bytes, not characters', () => {
    assert.equal(fitFeed([makeEntry('a', '字字字')], render, 9), 'a-');
  });
});
