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
    '/archives/:title/',
    '/:category/tags/:id/',
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
    ['/tags/:title/', /keep for its own pages/],
    ['/assets/:id.html', /keep for its own pages/],
    ['/_drafts/:slug/', /keep for its own pages/],
    ['/archives/:year/:title/', /keep for its own pages/],
    ['feed.xml/:title/', /keep for its own pages/],
  ] as const)
    it(`refuses "${pattern}"`, () => assert.match(findPatternFault(pattern) ?? '', fault));

  it('is said with line and column, and the default stays', () => {
    const { config, diagnostics } = parseSiteConfig('title: 城市\npermalink: /:yaer/:title/\n', 'site.yaml');
    assert.equal(config.permalink, '/p/:id/');
    const [{ line, column, rule, message } = assert.fail()] = diagnostics;
    assert.deepEqual([diagnostics.length, line, column, rule], [1, 2, 12, 'config-value']);
    assert.match(message, /Did you mean ":year"\?/);
  });

  it('is said once where the pattern leads into what the site keeps for itself, not once for each article', () => {
    const { config, diagnostics } = parseSiteConfig('permalink: /tags/:title/\n', 'site.yaml');
    assert.equal(config.permalink, '/p/:id/');
    assert.deepEqual(
      diagnostics.map(({ file, line, column, message }) => [file, line, column, message]),
      [
        [
          'site.yaml',
          1,
          12,
          '"permalink" is "/tags/:title/": expected a path that the site does not keep for its own pages.',
        ],
      ],
    );
  });
});
