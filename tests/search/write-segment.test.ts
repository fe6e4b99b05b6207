import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ArticleIndexer } from '../../src/search/index-article.ts';
import { writeSegment } from '../../src/search/write-segment.ts';

const WORDS = [
  '港口',
  '渡轮在雾里靠岸',
  '灯塔',
  'harbour light',
  '晶格科技',
  'かなカナ',
  '서울의 봄',
  '😀江湖',
];

describe('a segment', () => {
  it('is the same bytes in however many passes it is written', () => {
    const indexer = new ArticleIndexer();
    const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((words) => words.join('，'));
    const article = fc.record({ title: text, text });
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (articles, size) => {
          const documents = articles.map(({ title, text: body }, at) => {
            const lists = {
              projects: [],
              categories: [['城市', `版面${at % 3}`]],
              sources: ['早报'],
              tags: [],
            };
            const record = indexer.index({ title, text: body, ...lists });
            return { url: `/p/${at}/`, date: at * 86_400_000, readRecord: () => record };
          });
          const write = (passDocuments?: number) => {
            const files: string[] = [];
            const segment = writeSegment('s', documents, passDocuments);
            for (let step = segment.next(); ; step = segment.next()) {
              if (step.done === true) return { files, head: step.value };
              files.push(`${step.value.path} ${Buffer.from(step.value.bytes).toString('base64')}`);
            }
          };
          assert.deepEqual(write(size), write());
        },
      ),
      { numRuns: 60 },
    );
  });
});
