import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../layouts/strings/en.ts';
import { zhCn } from '../../layouts/strings/zh-cn.ts';
import { zhTw } from '../../layouts/strings/zh-tw.ts';
import { stringsFor } from '../../layouts/strings.ts';

describe('the strings for a language', () => {
  it('are Traditional for the script and the regions that write it', () => {
    for (const tag of ['zh-TW', 'zh-Hant', 'zh-hk', 'zh-Hant-CN', 'zh-MO'])
      assert.equal(stringsFor(tag), zhTw);
  });

  it('are Simplified for every other Chinese', () => {
    for (const tag of ['zh', 'zh-CN', 'zh-Hans', 'zh-SG', 'ZH-cn']) assert.equal(stringsFor(tag), zhCn);
  });

  it('are English for every other language', () => {
    for (const tag of ['en', 'en-GB', 'de', 'zhx', '']) assert.equal(stringsFor(tag), en);
  });

  it('count in each language', () => {
    assert.deepEqual([en.articleCount(1), en.articleCount(2)], ['1 article', '2 articles']);
    assert.equal(zhCn.readingTime(6), '约 6 分钟读完');
  });

  it('leave no word empty', () => {
    for (const strings of [en, zhCn, zhTw]) {
      for (const [name, value] of Object.entries(strings)) {
        if (typeof value === 'string') assert.notEqual(value, '', name);
      }
    }
  });

  it('offer the same choices in the same order', () => {
    for (const name of ['themes', 'textSizes', 'lineWidths', 'typefaces'] as const) {
      for (const strings of [zhTw, en]) assert.deepEqual(Object.keys(strings[name]), Object.keys(zhCn[name]));
    }
  });
});
