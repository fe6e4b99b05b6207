import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createUrlResolver, isNormal, isPrivateHost } from '../../src/html/resolve-url.ts';

const site = new URL('https://site.example/news/');
const alone = createUrlResolver({ site, basePath: '/news/' });
const sourced = createUrlResolver({
  site,
  basePath: '/news/',
  sourceUrl: 'https://source.example/a/b.html?c',
});

describe('createUrlResolver: links', () => {
  it('normalises what browsers normalise, before it judges', () => {
    for (const raw of [
      'java\tscript:x',
      '\u0001 javascript:x',
      'JAVASCRIPT:x',
      'javas\ncript:x',
      'data:text/html,x',
      'vbscript:x',
    ]) {
      assert.equal(alone.link(raw), 'unsafe', raw);
    }
  });

  it('publishes the normalised form', () => {
    assert.deepEqual(alone.link(' HTTPS://E.example:443/a b/../c?d=中#e '), {
      kind: 'external',
      href: 'https://e.example/c?d=%E4%B8%AD#e',
    });
  });

  it('takes credentials out of an address', () => {
    assert.deepEqual(alone.link('https://bank.example:x@evil.example/'), {
      kind: 'external',
      href: 'https://evil.example/',
    });
  });

  it('takes an address without a scheme that begins with two slashes for another host', () => {
    for (const raw of ['//e.example/', '\\\\e.example/', '/\\e.example/', '/\t/e.example/']) {
      assert.deepEqual(alone.link(raw), { kind: 'external', href: 'https://e.example/' }, raw);
    }
  });

  it('resolves relative addresses against the source', () => {
    assert.deepEqual(sourced.link('../x'), { kind: 'external', href: 'https://source.example/x' });
    assert.deepEqual(sourced.link('?y'), { kind: 'external', href: 'https://source.example/a/b.html?y' });
    assert.deepEqual(sourced.link('/z'), { kind: 'external', href: 'https://source.example/z' });
    assert.equal(alone.link('../x'), 'relative');
    assert.equal(alone.link('?y'), 'relative');
  });

  it('gives the site’s own paths its base path, once', () => {
    assert.deepEqual(alone.link('/about/'), { kind: 'internal', href: '/news/about/' });
    assert.deepEqual(alone.link('/news/about/'), { kind: 'internal', href: '/news/about/' });
  });

  it('refuses a path that would be another host’s address', () => {
    for (const raw of ['/.//evil.example', '/..//evil.example', '/%2e//evil.example', '/./\\evil.example']) {
      const target = alone.link(raw);
      assert.equal(target, 'unsafe', raw);
    }
  });

  it('knows its own site by origin and path', () => {
    assert.deepEqual(alone.link('https://site.example/news/x'), {
      kind: 'internal',
      href: 'https://site.example/news/x',
    });
    assert.deepEqual(alone.link('https://site.example/shop/'), {
      kind: 'external',
      href: 'https://site.example/shop/',
    });
    assert.deepEqual(alone.link('http://site.example/news/x'), {
      kind: 'external',
      href: 'http://site.example/news/x',
    });
  });

  it('keeps mail and telephone links of a plain form', () => {
    assert.deepEqual(alone.link('mailto:a@e.example?subject=x'), {
      kind: 'contact',
      href: 'mailto:a@e.example?subject=x',
    });
    assert.deepEqual(alone.link('tel:+86-10-1234'), { kind: 'contact', href: 'tel:+86-10-1234' });
    assert.equal(alone.link('mailto:x'), 'unsafe');
    assert.equal(alone.link('tel:"onclick="x'), 'unsafe');
  });

  it('reads anchors and projects', () => {
    assert.deepEqual(alone.link('#a%20b'), { kind: 'anchor', id: 'a b' });
    assert.deepEqual(alone.link('#100%'), { kind: 'anchor', id: '100%' });
    assert.deepEqual(alone.link('project:7133'), { kind: 'project', id: '7133' });
    assert.equal(alone.link('project:../x'), 'unsafe');
    assert.equal(alone.link('#'), 'empty');
    assert.equal(alone.link(' '), 'empty');
    assert.equal(alone.link('javascript:;'), 'empty');
    assert.equal(alone.link('JavaScript:void(0)'), 'empty');
  });

  it('refuses addresses that no server would answer to', () => {
    for (const raw of [
      'https://',
      'https://e.example:99999/',
      'http://[::x]/',
      `https://e.example/${'x'.repeat(9000)}`,
    ]) {
      assert.equal(alone.link(raw), 'unsafe', raw.slice(0, 40));
    }
  });
});

describe('isNormal', () => {
  it('is only true of addresses that the parser leaves as they are', () => {
    const part = fc.constantFrom(
      'a',
      'B',
      '1',
      '-',
      '.',
      '..',
      '/',
      '?',
      '#',
      '%',
      '%2e',
      '=',
      '&',
      ':',
      '@',
      'xn--',
      'e',
      '~',
      '(',
      "'",
      ' ',
      '中',
    );
    const address = fc
      .tuple(fc.constantFrom('http://', 'https://'), fc.array(part, { maxLength: 12 }))
      .map(([scheme, parts]) => `${scheme}e.${parts.join('')}`);
    let normal = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          address.map((text) => text.replace('e.', 'e.example/')),
        ),
        (text) => {
          if (!isNormal(text)) return;
          normal++;
          assert.equal(new URL(text).href, text);
          assert.equal(new URL(text).username, '');
        },
      ),
      { numRuns: 5000 },
    );
    assert.ok(normal > 500, `${normal} normal addresses`);
  });
});

describe('createUrlResolver: resources', () => {
  it('loads over http and https, or from the site', () => {
    assert.equal(alone.resource('//e.example/a.png'), 'https://e.example/a.png');
    assert.equal(alone.resource('http://e.example/a.png'), 'http://e.example/a.png');
    assert.equal(alone.resource('/a.png'), '/news/a.png');
    assert.equal(sourced.resource('a.png'), 'https://source.example/a/a.png');
    assert.equal(alone.resource('data:image/png;base64,AA'), 'unsafe');
    assert.equal(alone.resource('mailto:a@e.example'), 'unsafe');
    assert.equal(alone.resource('#x'), 'empty');
  });

  it('never knocks inside of the reader’s network', () => {
    for (const host of [
      'localhost',
      '127.0.0.1',
      '2130706433',
      '0x7f.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:10.0.0.1]',
      '10.1.2.3',
      '172.20.0.1',
      '192.168.0.1',
      '169.254.169.254',
      '[fd00::1]',
      '[fe80::1]',
      'nas.local',
      'x.localhost.',
      '0.0.0.0',
    ]) {
      assert.equal(alone.resource(`http://${host}/x`), 'unsafe', host);
    }
    assert.equal(isPrivateHost('172.32.0.1'), false);
    assert.equal(isPrivateHost('locale.example'), false);
  });

  it('loads from a site that is itself served locally', () => {
    const local = createUrlResolver({ site: new URL('http://localhost:8080/'), basePath: '/' });
    assert.equal(local.resource('http://localhost:8080/a.png'), 'http://localhost:8080/a.png');
  });
});
