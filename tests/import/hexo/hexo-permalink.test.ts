import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseArticle } from '../../../src/content/parse-article.ts';
import { hexoPermalink, readHexoPostPath } from '../../../src/import/hexo/hexo-permalink.ts';
import { hexoSlug } from '../../../src/import/hexo/hexo-slug.ts';
import { readHexoConfig } from '../../../src/import/hexo/read-hexo-config.ts';

/** The address that Hexo gives a post, by its `_config.yml`, path and front matter. */
function addressOf(config: string, path: string, frontMatter: string, timeZone = 'Asia/Shanghai'): string {
  const parsed = parseArticle(
    { path, file: path, bytes: Buffer.from(`---\n${frontMatter}\n---\nx`), fallbackDate: 0 },
    { timeZone, limits: { fileBytes: 10_000 } },
  );
  assert.ok(parsed.ok);
  const settings = readHexoConfig(config);
  const permalink = hexoPermalink(
    parsed.article,
    readHexoPostPath(path, settings.newPostName),
    settings,
    timeZone,
  );
  return permalink.ok ? permalink.path : `missing ${permalink.missing}`;
}

const HELLO = 'title: Hello World\ndate: 2013-07-14 17:01:34\ncategories: [foo, bar]';

describe('hexoPermalink', () => {
  // The examples of hexo.io/docs/permalinks.
  const examples: readonly (readonly [pattern: string, path: string, expected: string])[] = [
    [':year/:month/:day/:title/', 'hello-world.md', '2013/07/14/hello-world/'],
    [':year-:month-:day-:title.html', 'hello-world.md', '2013-07-14-hello-world.html'],
    [':category/:title/', 'hello-world.md', 'foo/bar/hello-world/'],
    [':year/:month/:day/:title/', 'lorem/hello-world.md', '2013/07/14/lorem/hello-world/'],
    [':year/:month/:day/:name/', 'lorem/hello-world.md', '2013/07/14/hello-world/'],
    [':i_month-:i_day/:hour:minute:second/:post_title', 'x.md', '7-14/170134/hello-world'],
  ];
  for (const [pattern, path, expected] of examples)
    it(`fills ${pattern} for ${path}`, () => {
      assert.equal(addressOf(`permalink: ${pattern}`, path, HELLO), expected);
    });

  it('has Hexo’s default', () => assert.equal(addressOf('', 'a.md', HELLO), '2013/07/14/a/'));

  it('tells the day in the zone of the site', () => {
    const late = 'title: a\ndate: Thu, 06 Jan 2022 18:15:33 GMT';
    assert.equal(addressOf('', 'a.md', late), '2022/01/07/a/');
    assert.equal(addressOf('', 'a.md', late, 'America/New_York'), '2022/01/06/a/');
  });

  it('keeps Chinese names and folders', () => {
    const post = 'title: a\ndate: 2022-01-06\ncategories: [新媒体, 36kr]';
    assert.equal(
      addressOf('permalink: :category/:title.html', '新媒体/36kr/桥 与 路.md', post),
      '新媒体/36kr/新媒体/36kr/桥 与 路.html',
    );
  });

  it('maps categories, and has a default for those without', () => {
    const config =
      'permalink: :category/:name/\ncategory_map: {新媒体: media}\nfilename_case: 1\ndefault_category: none';
    assert.equal(
      addressOf(config, 'a.md', 'title: a\ndate: 2022-01-06\ncategories: [新媒体, IT 之家]'),
      'media/it-之家/a/',
    );
    assert.equal(addressOf(config, 'a.md', 'title: a\ndate: 2022-01-06'), 'none/a/');
  });

  it('takes any key of the front matter, abbrlink among them, and the defaults', () => {
    const post = 'title: a\ndate: 2022-01-06\nabbrlink: 4a17b156\nnumber: 7';
    assert.equal(addressOf('permalink: posts/:abbrlink.html', 'a.md', post), 'posts/4a17b156.html');
    assert.equal(
      addressOf('permalink: :lang/:number/\npermalink_defaults: {lang: en}', 'a.md', post),
      'en/7/',
    );
    assert.equal(addressOf('permalink: :lang/:number/', 'a.md', post), 'missing lang');
    assert.equal(addressOf('permalink: :id/', 'a.md', post), 'missing id');
  });

  it('lets the front matter’s own permalink win', () => {
    assert.equal(
      addressOf('permalink: :id/', 'a.md', 'title: a\ndate: 2022-01-06\npermalink: old/bridge.html'),
      'old/bridge.html',
    );
  });

  it('hashes the file name and the date as Hexo does', () => {
    // The example of hexo.io/docs/permalinks.
    assert.equal(
      addressOf('permalink: :title-:hash/', 'hello-world.md', HELLO, 'UTC'),
      'hello-world-a2c8ac003b43/',
    );
  });
});

describe('readHexoPostPath', () => {
  it('takes date, language and title from the path by new_post_name', () => {
    assert.deepEqual(readHexoPostPath('2022-01-06-桥.md', ':year-:month-:day-:title.md'), {
      slug: '桥',
      date: '2022-01-06',
      names: {},
    });
    assert.deepEqual(readHexoPostPath('en/bridge.md', ':lang/:title.md'), {
      slug: 'bridge',
      names: { lang: 'en' },
    });
    assert.deepEqual(readHexoPostPath('2022/1/6/a.md', ':year/:i_month/:i_day/:title.md'), {
      slug: 'a',
      date: '2022-01-06',
      names: {},
    });
  });

  it('makes a slug of a path that does not fit', () => {
    assert.deepEqual(readHexoPostPath('桥/a b.md', ':year-:title.md'), { slug: '桥-a-b', names: {} });
  });
});

describe('hexoSlug', () => {
  it('makes the segment that Hexo makes', () => {
    assert.equal(hexoSlug(' IT 之家：(A/B) '), 'IT-之家：-A-B');
    assert.equal(hexoSlug('Æther café Ångström'), 'AEther-cafe-Angstrom');
    assert.equal(hexoSlug('한국어 が'), '한국어-が');
    assert.equal(hexoSlug('AbC', 1), 'abc');
    assert.equal(hexoSlug('AbC', 2), 'ABC');
  });
});
