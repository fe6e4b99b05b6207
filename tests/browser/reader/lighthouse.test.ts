import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openReaderSite, type ReaderSite } from './reader-site.ts';
import { LIGHTHOUSE_PAGES, type LighthouseScores, runLighthouse } from './run-lighthouse.ts';

describe('Lighthouse, on its simulated phone', () => {
  let site: ReaderSite;
  let scores: readonly LighthouseScores[];
  before(async () => {
    site = await openReaderSite();
    // How fast a page is, `npm run quality` measures: what else the machine does would decide a test of it.
    scores = await runLighthouse(
      Object.values(LIGHTHOUSE_PAGES).map((url) => site.origin + url),
      { mostRuns: 1 },
    );
  });
  after(() => site.close());

  Object.keys(LIGHTHOUSE_PAGES).forEach((name, index) => {
    it(`has nothing to say of the ${name} page`, () => {
      const { accessibility, bestPractices, seo, shift, faults } = scores[index]!;
      assert.deepEqual({ accessibility, bestPractices, seo, shift }, FULL, faults.join('\n'));
    });
  });
});

const FULL = { accessibility: 100, bestPractices: 100, seo: 100, shift: 0 };
