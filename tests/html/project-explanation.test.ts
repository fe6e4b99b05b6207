import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectPolicy } from '../../src/content/site-config.ts';
import { explainVerdict } from '../../src/html/project-explanation.ts';
import { createProjectJudge, type ProjectOccurrence } from '../../src/html/project-judge.ts';

const policy: ProjectPolicy = { links: 'internal', ignore: ['壁垒'], always: ['一同'] };

function occur(sentence: string): ProjectOccurrence {
  const [, before = '', text = '', after = ''] = /^(.*?)\[(.*)\](.*)$/su.exec(sentence)!;
  return { before, text, after, id: '1', name: text, href: 'https://source.example/1', type: '2' };
}

describe('explainVerdict', () => {
  it('gives the verdict that the judge gives', () => {
    for (const sentence of [
      '当时[美团]刚刚上市。',
      '他们[一起]做事。',
      '平[台商]家',
      '[壁垒]很高',
      '[一同]来了',
    ]) {
      const occurrence = occur(sentence);
      assert.deepEqual(explainVerdict(occurrence, policy).verdict, createProjectJudge(policy)(occurrence));
    }
  });

  it('names site.yaml where it decides, and looks no further', () => {
    for (const sentence of ['[壁垒]很高', '[一同]来了']) {
      assert.deepEqual(
        { ...explainVerdict(occur(sentence), policy), verdict: 0 },
        { verdict: 0, decidedBy: 'site', shares: [] },
      );
    }
  });

  it('names the rule where one finding decides', () => {
    assert.equal(explainVerdict(occur('新规要求平[台商]家明码标价。'), policy).decidedBy, 'rule');
  });

  it('gives the shares of the evidence, strongest first, whose sum is the verdict', () => {
    for (const [sentence, keep] of [
      ['他们[一起]把公司做了起来。', false],
      ['当时[美团]刚刚送出第一单外卖。', true],
    ] as const) {
      const { decidedBy, shares, verdict } = explainVerdict(occur(sentence), policy);
      assert.equal(decidedBy, 'weights');
      assert.equal(verdict.keep, keep);
      assert.equal(shares.reduce((sum, { odds }) => sum + odds, 0) > 0, keep);
      const strengths = shares.map(({ odds }) => Math.abs(odds));
      assert.deepEqual(
        strengths,
        strengths.toSorted((a, b) => b - a),
      );
      assert.ok(shares.every(({ value }) => value !== 0));
    }
  });
});
