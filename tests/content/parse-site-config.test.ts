import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import { defaultSiteConfig, embedHosts } from '../../src/content/site-config-defaults.ts';
import { siteConfigSchema } from '../../src/content/site-config-schema.ts';

const config = (yaml: string): ReturnType<typeof parseSiteConfig>['config'] =>
  parseSiteConfig(yaml, 'site.yaml').config;

/** `line:column rule message` of each diagnostic. */
const faults = (yaml: string): readonly string[] =>
  parseSiteConfig(yaml, 'site.yaml').diagnostics.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  );

describe('parseSiteConfig', () => {
  it('gives the defaults for an empty file', () => {
    for (const text of ['', '\ufeff', '# nothing\n', '---\n', 'title:\npagination:\n']) {
      assert.deepEqual(parseSiteConfig(text, 'site.yaml'), {
        config: defaultSiteConfig,
        authorPlaces: [],
        diagnostics: [],
      });
    }
  });

  it('leaves out an alias of what it stands in', () => {
    assert.deepEqual(faults('menu: &a [{title: x, url: /}, *a]'), [
      '1:31 config-syntax *a stands in what it is an alias of.',
    ]);
    assert.deepEqual(config('menu: &a [{title: x, url: /}, *a]').menu, [{ title: 'x', url: '/' }]);
    assert.equal(config('title: &a [*a]').title, defaultSiteConfig.title);
  });

  it('says of a value once what is wrong with it', () => {
    assert.deepEqual(faults('title: []'), [
      '1:8 config-value "title" is "[]": expected string, received array.',
    ]);
  });

  it('reads every key', () => {
    const read = config(`
title: 城市观察
description: 一座城的新闻
url: https://News.example.com/city
language: zh-hans
timeZone: Asia/Hong_Kong
permalink: ' /:year/:slug/ '
sources: [{host: 36KR.com, path: /新媒体/36kr/, publish: false, drop: [.ad], dropImages: [Ads.example.com]}, {path: 城市, publish: true}]
theme: {appearance: sepia, accent: '#0B57D0', lineWidth: narrow}
author: 编辑部
menu:
  - title: 城市
    url: /categories/城市/
footer: [{title: 关于, url: https://example.com/about}]
categories:
  - path: 新媒体/36kr
    order: 5
    color: '#B3261E'
    description: 转载
    aliases: [新媒体/36氪, [新媒体, a/b]]
  - path: [城市]
projects: {links: text, ignore: [一起], always: [钉钉]}
pagination: {size: 10}
paragraphs: indented
shareImages: {articles: 7}
excerpt: {length: 80}
feeds:
  size: 5
  fullText: false
  projects: full
  sources:
    - url: https://example.com/feed.xml
      category: 新媒体/36kr/资讯
    - {url: 'http://example.com/a b', category: [新媒体, a/b]}
    - url: https://example.com/rss
embeds: {hosts: [Player.example.com]}
hosts: [{name: 我们的主机, files: 9}]
authors:
  - {name: ' 沈望舒 ', portrait: /media/shen.jpg, bio: 写城市。, url: 'https://shen.example.com'}
  - name: 顾行舟
admin: {repo: example/news, branch: news}
check: {rules: {image-without-alt: warning, missing-thumbnail: off}}
limits: {fileBytes: 1000, depth: 10, elements: 20, attributes: 30, images: 40, articleMs: 500, workerMegabytes: 128}
`);
    assert.deepEqual(read, {
      title: '城市观察',
      description: '一座城的新闻',
      url: 'https://news.example.com/city/',
      basePath: '/city/',
      language: 'zh-Hans',
      timeZone: 'Asia/Hong_Kong',
      permalink: '/:year/:slug/',
      sources: [
        {
          host: '36kr.com',
          path: '新媒体/36kr',
          publish: false,
          drop: ['.ad'],
          dropImages: ['ads.example.com'],
        },
        { path: '城市' },
      ],
      theme: { appearance: 'sepia', accent: '#0b57d0', lineWidth: 'narrow' },
      author: '编辑部',
      menu: [{ title: '城市', url: '/categories/城市/' }],
      footer: [{ title: '关于', url: 'https://example.com/about' }],
      categories: [
        {
          path: ['新媒体', '36kr'],
          order: 5,
          color: '#b3261e',
          description: '转载',
          aliases: [
            ['新媒体', '36氪'],
            ['新媒体', 'a/b'],
          ],
        },
        { path: ['城市'], order: 2, aliases: [] },
      ],
      authors: [
        {
          name: '沈望舒',
          portrait: '/media/shen.jpg',
          bio: '写城市。',
          url: 'https://shen.example.com',
        },
        { name: '顾行舟' },
      ],
      projects: { links: 'text', ignore: ['一起'], always: ['钉钉'] },
      pagination: { size: 10 },
      paragraphs: 'indented',
      shareImages: { articles: 7 },
      excerpt: { length: 80 },
      feeds: {
        size: 5,
        fullText: false,
        projects: 'full',
        sources: [
          { url: 'https://example.com/feed.xml', category: ['新媒体', '36kr', '资讯'] },
          { url: 'http://example.com/a b', category: ['新媒体', 'a/b'] },
          { url: 'https://example.com/rss', category: [] },
        ],
      },
      embeds: { hosts: ['player.example.com'] },
      hosts: [{ name: '我们的主机', files: 9 }],
      admin: { backend: 'github', repo: 'example/news', branch: 'news', folder: 'content' },
      check: { rules: { 'image-without-alt': 'warning', 'missing-thumbnail': 'off' } },
      limits: {
        fileBytes: 1000,
        depth: 10,
        elements: 20,
        attributes: 30,
        images: 40,
        articleMs: 500,
        workerMegabytes: 128,
      },
    });
  });

  it('takes the title for the author', () => {
    assert.equal(config('title: 城市观察').author, '城市观察');
  });

  it('is frozen, all of it', () => {
    const read = config('categories: [{path: a/b}]');
    assert.ok(
      Object.isFrozen(read) && Object.isFrozen(read.categories[0]?.path) && Object.isFrozen(read.limits),
    );
    assert.ok(Object.isFrozen(defaultSiteConfig.embeds.hosts));
  });

  it('has the default for a key that is wrong, and says where and why', () => {
    assert.deepEqual(faults('title: 城市\npagination:\n  size: many\n'), [
      '3:9 config-value "pagination.size" is "many": expected number, received string.',
    ]);
    assert.equal(config('title: 城市\npagination:\n  size: many\n').pagination.size, 24);
    assert.equal(config('title: 城市\npagination:\n  size: many\n').title, '城市');
  });

  it('refuses what is out of range', () => {
    for (const yaml of [
      'pagination: {size: 0}',
      'pagination: {size: 501}',
      'feeds: {size: 1.5}',
      'feeds: {sources: [{url: feed.xml}]}',
      'excerpt: {length: 19}',
      'shareImages: {articles: 201}',
      'authors: [{bio: 写城市。}]',
      'authors: {沈望舒: 写城市。}',
      'limits: {depth: -1}',
    ]) {
      assert.match(faults(yaml).join(), /config-value/, yaml);
      assert.deepEqual(config(yaml), defaultSiteConfig, yaml);
    }
  });

  it('refuses addresses, zones, languages, colours and hosts that are none', () => {
    const wrong = [
      'url: /news/',
      'url: javascript:x',
      'url: https://a/?b',
      'url: https://u:p@a/',
      'timeZone: Mars/One',
      'timeZone: +08:00',
      'language: 中文',
    ];
    const more = [
      'menu: [{title: a, url: "javascript:x"}]',
      'menu: [{title: a, url: //b.example/}]',
      'embeds: {hosts: [https://a.example]}',
      'categories: [{path: a, color: red}]',
    ];
    for (const yaml of [...wrong, ...more]) assert.equal(faults(yaml).length, 1, yaml);
  });

  it('leaves out the item of a list that is wrong, and keeps the others', () => {
    const yaml =
      'menu:\n  - {title: a}\n  - {title: b, url: /b/}\n  - 3\n  - {title: c, url: "javascript:x"}\n  - {title: d, url: /d/}\n';
    assert.deepEqual(config(yaml).menu, [
      { title: 'b', url: '/b/' },
      { title: 'd', url: '/d/' },
    ]);
    assert.deepEqual(
      faults(yaml).map((fault) => fault.split(' ', 1)[0]),
      ['2:5', '4:5', '5:21'],
    );
  });

  it('warns of unknown keys, at any depth, and says what was meant', () => {
    assert.deepEqual(
      faults('timezone: UTC\nfeeds: {fulltext: true}\nmenu: [{title: a, url: /, icon: x}]\n'),
      [
        '1:1 config-key The key "timezone" is not known. Did you mean "timeZone"?',
        '2:9 config-key The key "feeds.fulltext" is not known. Did you mean "fullText"?',
        '3:27 config-key The key "menu[0].icon" is not known.',
      ],
    );
  });

  it('knows the rules whose level can be set, and what was meant by others', () => {
    assert.deepEqual(
      faults('check: {rules: {image-without-alts: off, invalid-date: off, bare-url: never}}'),
      [
        '1:17 config-key The key "check.rules.image-without-alts" is not known. Did you mean "image-without-alt"?',
        '1:42 config-key The key "check.rules.invalid-date" is not known.',
        '1:71 config-value "check.rules.bare-url" is "never": invalid option: expected one of "off"|"info"|"warning"|"error".',
      ],
    );
  });

  it('takes the last of equal keys, with a warning', () => {
    assert.equal(config('title: a\ntitle: b\n').title, 'b');
    assert.deepEqual(faults('title: a\ntitle: b\n'), [
      '2:1 config-duplicate-key The key "title" is there more than once.',
    ]);
  });

  it('reads what it can of broken YAML', () => {
    const yaml = 'title: 城市\nmenu: [\n';
    assert.equal(config(yaml).title, '城市');
    assert.match(faults(yaml).join(), /config-syntax/);
    for (const text of [
      '- a',
      'text',
      '42',
      'a: *b',
      `a: &a [x]\nb: &b [${'*a,'.repeat(90)}]\nc: [${'*b,'.repeat(90)}]`,
    ]) {
      assert.deepEqual(config(text), defaultSiteConfig, text);
      assert.match(faults(text).join(), /config-syntax/, text);
    }
  });

  it('says where it is not UTF-8', () => {
    const gbk = new TextDecoder().decode(Buffer.from('7469746c653a20b3c7cad00a', 'hex'));
    assert.match(faults(gbk).join(), /^1:8 config-encoding/);
    const utf16 = Buffer.from('\ufefftitle: 城市\n', 'utf16le').toString('utf8');
    assert.match(faults(utf16).join(), /config-encoding/);
    assert.deepEqual(faults('title: 城市\n'), []);
  });

  it('is not steered by __proto__', () => {
    assert.deepEqual(
      config('__proto__: {title: x}\nconstructor: 1\nfeeds: {__proto__: {size: 1}}\n'),
      defaultSiteConfig,
    );
  });

  it('gives a complete configuration for any text', () => {
    const piece = fc.constantFrom(
      'title: ',
      'menu:\n',
      '  - ',
      '{',
      '}',
      '[',
      ']',
      'url: ',
      '/a',
      '\n',
      'limits: ',
      'depth: ',
      '1',
      'x',
      ': ',
      '"',
      '__proto__: ',
      'path: ',
      'categories:\n',
      '&a ',
      '*a',
      '~',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          const { config: read } = parseSiteConfig(text, 'site.yaml');
          assert.deepEqual(Object.keys(read), Object.keys(defaultSiteConfig));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('siteConfigSchema', () => {
  it('becomes a JSON Schema that names every key', () => {
    const schema = z.toJSONSchema(siteConfigSchema) as { properties?: object };
    const keys = Object.keys(defaultSiteConfig).filter((key) => key !== 'basePath');
    assert.deepEqual(Object.keys(schema.properties ?? {}).sort(), keys.sort());
  });
});

describe('embedHosts', () => {
  it('are fourteen exact hosts', () => {
    assert.equal(new Set(embedHosts).size, 14);
    for (const host of embedHosts) assert.match(host, /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
  });
});

describe('sources of site.yaml', () => {
  for (const [source, position, message] of [
    ['{drop: [aside]}', '2:5', /a host or a path/],
    ['{path: a, host: https://36kr.com}', '2:21', /without https/],
    ['{host: 36kr.com, drop: [div > p]}', '2:29', /one element by its name, class or id/],
    ['{host: 36kr.com, dropText: ["*"]}', '2:33', /two characters or more/],
    ['{host: 36kr.com, dropp: [aside]}', '2:22', /Did you mean "drop"\?/],
  ] as const) {
    it(`are told what is wrong with ${source}`, () => {
      const { diagnostics } = parseSiteConfig(`sources:\n  - ${source}\n`, 'site.yaml');
      const [{ line, column, message: said } = assert.fail()] = diagnostics;
      assert.deepEqual([diagnostics.length, `${line}:${column}`], [1, position]);
      assert.match(said, message);
    });
  }
});
