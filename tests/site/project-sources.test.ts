import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanProjectHref, readProjectSource } from '../../src/site/project-sources.ts';

describe('readProjectSource', () => {
  it('knows what is behind an address, and whose it is', () => {
    assert.deepEqual(readProjectSource('https://36kr.com/projectDetails/7133'), {
      house: '36kr.com',
      catalogue: 'projectdetails',
      kind: 'profile',
    });
    assert.deepEqual(readProjectSource('https://www.36dianping.com/space/222?mp=x'), {
      house: '36kr.com',
      catalogue: 'space',
      kind: 'space',
    });
    assert.equal(readProjectSource('https://news.example.co.uk/')?.house, 'example.co.uk');
    assert.equal(readProjectSource('https://news.example.co.uk/')?.kind, 'page');
    assert.equal(readProjectSource('http://127.0.0.1/x')?.house, '127.0.0.1');
  });
  it('says nothing of what is no URL', () => assert.equal(readProjectSource('nowhere'), undefined));
});

describe('cleanProjectHref', () => {
  it('drops what only says how a reader got there', () => {
    assert.equal(
      cleanProjectHref('https://a.example/space/1?mp=zzquote&utm_source=x&id=2'),
      'https://a.example/space/1?id=2',
    );
    assert.equal(cleanProjectHref('https://a.example/space/1?mp=zzquote'), 'https://a.example/space/1');
  });
  it('leaves every other address as it is', () => {
    for (const href of ['https://a.example/b', 'nowhere?mp=1', 'https://a.example/b?id=2'])
      assert.equal(cleanProjectHref(href), href);
  });
});
