import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDate, formatDateTime, formatDay, formatMonthName } from '../../layouts/format-date.ts';
import { en } from '../../layouts/strings/en.ts';
import { zhCn } from '../../layouts/strings/zh-cn.ts';
import { INSTANT } from './sample-pages.ts';

describe('a date', () => {
  it('is that of the zone, to the minute', () => {
    assert.equal(formatDateTime(INSTANT, 'Asia/Shanghai'), '2022-01-06 20:15');
    assert.equal(formatDateTime(INSTANT, 'America/New_York'), '2022-01-06 07:15');
    assert.equal(formatDateTime(INSTANT, 'Asia/Kolkata'), '2022-01-06 17:45');
  });

  it('is the next day where it is already tomorrow', () => {
    assert.equal(formatDate(Date.UTC(2022, 0, 6, 16), 'Asia/Shanghai'), '2022-01-07');
    assert.equal(formatDate(Date.UTC(2022, 0, 6, 16), 'UTC'), '2022-01-06');
  });

  it('follows summer time', () => {
    assert.equal(formatDateTime(Date.UTC(2022, 6, 1), 'Europe/Berlin'), '2022-07-01 02:00');
    assert.equal(formatDateTime(Date.UTC(2022, 0, 1), 'Europe/Berlin'), '2022-01-01 01:00');
  });

  it('is what ISO 8601 has in UTC, before 1970 as after', () => {
    for (const instant of [
      -1,
      -60_001,
      0,
      Date.UTC(1, 0, 1, 23, 59),
      Date.UTC(1969, 6, 20, 20, 17, 40),
      INSTANT,
    ]) {
      const iso = new Date(instant).toISOString();
      assert.equal(formatDateTime(instant, 'UTC'), `${iso.slice(0, 10)} ${iso.slice(11, 16)}`);
    }
  });

  it('names days and months in the words of the language', () => {
    assert.equal(formatDay(INSTANT, 'Asia/Shanghai', zhCn), '1\u00a0月\u00a06\u00a0日 星期四');
    assert.equal(formatDay(INSTANT, 'Asia/Shanghai', en), 'Thursday, January 6');
    assert.equal(formatMonthName(1, zhCn), '1月');
    assert.equal(formatMonthName(12, en), 'Dec');
  });
});
