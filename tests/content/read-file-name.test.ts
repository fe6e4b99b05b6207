import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFileName } from '../../src/content/read-file-name.ts';

const read = (path: string): readonly [string, string | undefined] => {
  const { title, date } = readFileName(path, 'Asia/Shanghai');
  return [title, date === undefined ? undefined : new Date(date).toISOString()];
};

describe('readFileName', () => {
  it('takes the name without extension for the title', () => {
    assert.deepEqual(read('新媒体/一座桥：_通车_ 1.0.md'), ['一座桥：_通车_ 1.0', undefined]);
  });

  it('takes a date in front of it for the date', () => {
    for (const path of [
      '2022-01-06-一座桥.md',
      '20220106_一座桥.md',
      '2022_01_06 一座桥.html',
      'a/2022.01.06-一座桥.md',
    ]) {
      assert.deepEqual(read(path), ['一座桥', '2022-01-05T16:00:00.000Z'], path);
    }
  });

  it('takes a date alone for both', () => {
    assert.deepEqual(read('2022-01-06.md'), ['2022-01-06', '2022-01-05T16:00:00.000Z']);
  });

  it('takes what is no date for part of the title', () => {
    for (const name of ['2022-13-01-桥', '20220106123-桥', '2022-0106 桥', '99999999'])
      assert.deepEqual(read(`${name}.md`), [name, undefined]);
  });

  it('takes the folder of an index file', () => {
    assert.deepEqual(read('2022-01-06-一座桥/index.md'), ['一座桥', '2022-01-05T16:00:00.000Z']);
    assert.deepEqual(read('index.md'), ['index', undefined]);
  });

  it('gives a title where nothing of the name shows', () => {
    assert.deepEqual(read('\u202e\u0007.md'), ['Untitled', undefined]);
  });
});
