import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import { findPatternFault } from '../../src/content/permalink-pattern.ts';

describe('findPatternFault', () => {
  for (const pattern of [
    '/:year/:month/:day/:title/',
    ':title/',
    '/p/:id/',
    '/:category/:abbrlink.html',
    '/桥/:slug/',
  ])
    it(`has nothing against ${pattern}`, () => assert.equal(findPatternFault(pattern), undefined));

  for (const [pattern, fault] of [
    ['/:yaer/:title/', /not ":yaer"\. Did you mean ":year"\?/],
    ['/:foobarbaz/:title/', /names such as :id, .* not ":foobarbaz"/],
    ['/:year/:month/', /tells articles apart/],
    ['', /tells articles apart/],
    ['/:title', /at its end/],
    ['/:title.php', /at its end/],
    ['/../:title/', /\.\./],
    ['/a b/:title/', /spaces/],
    ['//:title/', /path/],
    ['/?id=:id/', /\?/],
  ] as const)
    it(`refuses "${pattern}"`, () => assert.match(findPatternFault(pattern) ?? '', fault));

  it('is said with line and column, and the default stays', () => {
    const { config, diagnostics } = parseSiteConfig('title: 城市\npermalink: /:yaer/:title/\n', 'site.yaml');
    assert.equal(config.permalink, '/p/:id/');
    const [{ line, column, rule, message } = assert.fail()] = diagnostics;
    assert.deepEqual([diagnostics.length, line, column, rule], [1, 2, 12, 'config-value']);
    assert.match(message, /Did you mean ":year"\?/);
  });
});
