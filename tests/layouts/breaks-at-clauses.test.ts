import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breaksAtClauses } from '../../layouts/breaks-at-clauses.ts';

describe('a headline', () => {
  it('is broken at its pauses when every clause fits the narrowest line', () => {
    assert.equal(breaksAtClauses('满减退场之后，平台开始算另一笔账'), true);
    assert.equal(breaksAtClauses('在雪夜里修灯塔：《守灯人》试玩报告'), true);
    assert.equal(breaksAtClauses('凌晨四点的鱼市'), true);
  });

  it('is broken anywhere when a clause is longer', () => {
    assert.equal(breaksAtClauses('南屏机电上市申请获受理，九成收入来自一种减速器'), false);
    assert.equal(breaksAtClauses('新仓库：怎样把分拣时间压到四十分钟以内'), false);
    assert.equal(breaksAtClauses('储能柜进山：一门按“不着急”定价的生意'), false);
  });
});
