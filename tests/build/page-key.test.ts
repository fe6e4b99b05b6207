import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pageKey } from '../../src/build/page-key.ts';
import type { PagePlan } from '../../src/site/page-plan.ts';

const plan = (identity: string): PagePlan => ({
  kind: 'search',
  url: '/search/',
  identify: () => identity,
  make: () => ({ kind: 'search', url: '/search/', title: '' }),
});

describe('the key of a page', () => {
  it('is the same for what stands for the same page, in the same build or another', () => {
    assert.equal(pageKey(plan('甲'), 'layouts'), pageKey(plan('甲'), 'layouts'));
  });

  it('changes with the page', () => {
    assert.notEqual(pageKey(plan('甲'), 'layouts'), pageKey(plan('乙'), 'layouts'));
  });

  it('changes with what all pages depend on', () => {
    assert.notEqual(pageKey(plan('甲'), 'layouts'), pageKey(plan('甲'), 'other layouts'));
  });
});
