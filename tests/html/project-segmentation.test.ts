import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openLexicon } from '../../src/html/project-lexicon.ts';
import { measureAlignment, segment } from '../../src/html/project-segmentation.ts';

const lexicon = openLexicon();

describe('segment', () => {
  const cut = (text: string): string =>
    segment(text, lexicon)
      .map((word) => word.text)
      .join(' ');

  it('takes the most probable words', () =>
    assert.equal(cut('他们用算法整理新闻'), '他们 用 算法 整理 新闻'));
  it('knows names that jieba lacks', () => assert.equal(cut('字节跳动宣布'), '字节跳动 宣布'));
  it('leaves characters nobody counts as they are', () => assert.equal(cut('囧A'), '囧 A'));
  it('has no words for no text', () => assert.deepEqual(segment('', lexicon), []));
});

describe('measureAlignment', () => {
  const odds = (sentence: string): number => {
    const [left = '', span = '', right = ''] = sentence.split(/[[\]]/);
    return measureAlignment(left, span, right, lexicon).odds;
  };

  it('is certain where nothing stands beside the span', () => assert.equal(odds('[美团]'), 12));
  it('is high for a word among words', () => assert.ok(odds('当时[美团]刚刚上市') > 6));
  it('is low for a span that takes parts of two words', () => assert.ok(odds('新规要求平[台商]家') < -3));
  it('is low for a name that common words explain better', () => assert.ok(odds('总部从上[海尔]后迁走') < 0));
  it('is high for an unknown name that nothing else explains', () => assert.ok(odds('公司[朵蜜芙]关门') > 3));
  it('takes a house in the name of its branch for whole', () => assert.ok(odds('开通[腾讯]云服务') > 6));
  it('takes a word in a longer name of another for cut', () => assert.ok(odds('打开[大众]点评') < 0));
  it('is certain of a long run of rare characters, too', () => {
    assert.ok(Number.isFinite(odds(`${'囧'.repeat(8)}[${'囧'.repeat(40)}]${'囧'.repeat(8)}`)));
  });

  it('names the words beside the span', () => {
    const { previous, next } = measureAlignment('打开', '美团', '上的优惠券', lexicon);
    assert.equal(previous?.text, '打开');
    assert.equal(next?.text, '上');
  });
});
