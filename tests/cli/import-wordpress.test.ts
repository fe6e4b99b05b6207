import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runCommand } from './run-command.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);
const read = (file: string) => readFileSync(at(`content/${file}`), 'utf8');
const run = (...flags: string[]) =>
  runCommand('import', ['wordpress', at('export.xml'), '--content', at('content'), ...flags]);
const files = () =>
  readdirSync(at('content'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();

interface Fields {
  readonly id: number;
  readonly title: string;
  readonly type?: string;
  readonly status?: string;
  readonly link?: string;
  readonly content?: string;
  readonly more?: string;
}

function item(fields: Fields): string {
  const { id, title, type = 'post', status = 'publish', content = '一\n二\n\n三', more = '' } = fields;
  const link = fields.link ?? `https://old.example/2022/01/p${id}/`;
  return `
  <item>
    <title><![CDATA[${title}]]></title><link>${link}</link><pubDate>Thu, 06 Jan 2022 12:15:33 +0000</pubDate>
    <dc:creator><![CDATA[zs]]></dc:creator><guid isPermaLink="false">https://old.example/?p=${id}</guid><description></description>
    <content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
    <wp:post_id>${id}</wp:post_id><wp:post_date><![CDATA[2022-01-06 20:15:33]]></wp:post_date><wp:post_date_gmt><![CDATA[2022-01-06 12:15:33]]></wp:post_date_gmt>
    <wp:post_name><![CDATA[p${id}]]></wp:post_name><wp:status><![CDATA[${status}]]></wp:status><wp:post_parent>0</wp:post_parent>
    <wp:post_type><![CDATA[${type}]]></wp:post_type><wp:is_sticky>0</wp:is_sticky>${more}
  </item>`;
}

const wxr = (...items: readonly string[]) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>旧站</title><link>https://old.example</link><description>一座城</description><language>zh-CN</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login><![CDATA[zs]]></wp:author_login><wp:author_display_name><![CDATA[张三]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>media</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[新媒体]]></wp:cat_name></wp:category>
<wp:category><wp:category_nicename>kr</wp:category_nicename><wp:category_parent>media</wp:category_parent><wp:cat_name><![CDATA[36kr]]></wp:cat_name></wp:category>
<wp:term><wp:term_taxonomy>category</wp:term_taxonomy><wp:term_slug>news</wp:term_slug><wp:term_parent>kr</wp:term_parent><wp:term_name><![CDATA[资讯]]></wp:term_name></wp:term>
${items.join('')}
</channel></rss>`;

const put = (...items: readonly string[]) => writeFileSync(at('export.xml'), wxr(...items));

const CATEGORIES =
  '<category domain="category" nicename="media"><![CDATA[新媒体]]></category><category domain="category" nicename="news"><![CDATA[资讯]]></category><category domain="post_tag" nicename="q"><![CDATA[桥]]></category>';

describe('npm run import -- wordpress', () => {
  it('imports posts and pages with dates, authors, tags and the tree of categories, and redirects their addresses', async () => {
    put(
      item({
        id: 1,
        title: '大桥 &amp; 路',
        more: `${CATEGORIES}<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value><![CDATA[9]]></wp:meta_value></wp:postmeta>`,
      }),
      item({ id: 2, title: '关于', type: 'page', link: 'https://old.example/about/team/' }),
      item({
        id: 9,
        title: 'pic',
        type: 'attachment',
        status: 'inherit',
        more: '<wp:attachment_url>https://old.example/wp-content/uploads/9.jpg</wp:attachment_url>',
      }),
      item({ id: 10, title: 'menu', type: 'nav_menu_item' }),
    );
    const { status, stdout } = await run();
    assert.equal(status, 0);
    assert.match(stdout, /: 2 new/);
    assert.deepEqual(files(), ['articles/新媒体/36kr/资讯/大桥 & 路.md', 'pages/about/team.md']);
    assert.equal(
      read('articles/新媒体/36kr/资讯/大桥 & 路.md').replace(/imported: .*/, 'imported: …'),
      `---
title: 大桥 & 路
date: 2022-01-06T12:15:33.000Z
categories:
  - 新媒体
  - 36kr
  - 资讯
tags:
  - 桥
author: 张三
thumbnail: https://old.example/wp-content/uploads/9.jpg
guid: https://old.example/?p=1
aliases:
  - /2022/01/p1/
imported: …
---

<p>一<br>
二</p>
<p>三</p>
`,
    );
    const built = await runCommand('build', [
      '--content',
      at('content'),
      '--output',
      at('site'),
      '--cache',
      at('cache'),
      '--strict',
    ]);
    assert.equal(built.status, 0, built.stderr);
    assert.match(
      readFileSync(at('site/2022/01/p1/index.html'), 'utf8'),
      /http-equiv="refresh"|rel="canonical"/,
    );
    assert.match(readFileSync(at('site/about/team/index.html'), 'utf8'), /<h1[^>]*>关于<\/h1>/);
    const checked = await runCommand('check', ['--content', at('content'), '--cache', at('cache')]);
    assert.match(checked.stdout, /0 errors, 0 warnings/);
    assert.match(
      read('site.yaml'),
      /title: 旧站\ndescription: 一座城\nurl: https:\/\/old\.example\nlanguage: zh-CN\n/,
    );
  });

  it('brings up to date what was imported before, and doubles nothing', async () => {
    put(item({ id: 1, title: '一' }), item({ id: 2, title: '二' }));
    await run();
    assert.match((await run()).stdout, /: 2 unchanged/);
    put(item({ id: 1, title: '一，改过' }), item({ id: 2, title: '二' }), item({ id: 3, title: '二' }));
    assert.match((await run()).stdout, /1 new, 1 updated, 1 unchanged/);
    assert.equal(files().length, 3);
    assert.match(read('articles/一.md'), /^title: 一，改过$/m);
  });

  it('publishes nothing that was held back, and brings no rubbish', async () => {
    put(
      item({ id: 1, title: '稿', status: 'draft', link: 'https://old.example/?p=1' }),
      item({ id: 2, title: '私', status: 'private' }),
      item({ id: 3, title: '锁', more: '<wp:post_password><![CDATA[x]]></wp:post_password>' }),
      item({ id: 4, title: '弃', status: 'trash' }),
      item({ id: 5, title: '将来', status: 'future' }),
    );
    const { stderr } = await run();
    assert.equal(stderr.match(/held-back/g)?.length, 2);
    assert.deepEqual(files(), ['articles/将来.md', 'articles/私.md', 'articles/稿.md', 'articles/锁.md']);
    for (const name of ['稿', '私', '锁']) assert.match(read(`articles/${name}.md`), /^draft: true$/m);
    assert.doesNotMatch(read('articles/将来.md'), /draft/);
    assert.doesNotMatch(read('articles/稿.md'), /aliases/);
  });

  it('reads blocks as blocks, and types of plugins as articles', async () => {
    put(
      item({
        id: 1,
        title: '块',
        content:
          '<!-- wp:paragraph {"a":"b"} -->\n<p>一\n二</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:image -->\n<figure><img src="/wp-content/a.jpg"></figure>\n<!-- /wp:image -->',
      }),
      item({
        id: 2,
        title: '书评',
        type: 'review',
        more: '<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content>好</wp:comment_content></wp:comment>',
      }),
    );
    const { stderr } = await run();
    assert.match(
      read('articles/块.md'),
      /\n<p>一\n二<\/p>\n\n<figure><img src="https:\/\/old\.example\/wp-content\/a\.jpg"><\/figure>\n$/,
    );
    assert.match(read('articles/书评.md'), /<p>三<\/p>/);
    assert.match(stderr, /1 comments are not imported/);
  });

  it('imports what there is of an export that is cut off, and says that it is', async () => {
    const whole = wxr(item({ id: 1, title: '甲' }), item({ id: 2, title: '乙' }));
    for (const cut of [whole.indexOf('</channel>'), whole.lastIndexOf('</item>'), whole.lastIndexOf('一')]) {
      rmSync(at('content'), { recursive: true, force: true });
      writeFileSync(at('export.xml'), whole.slice(0, cut));
      const { status, stderr } = await run();
      assert.equal(status, 1);
      assert.match(stderr, /error {2}cut-export {2}The export has no end.*The last item is "乙"\./);
      assert.equal(files().length, 2);
    }
  });

  it('says what is no export', async () => {
    writeFileSync(at('export.xml'), '<rss><channel><item><title>a</title></item></channel></rss>');
    const { status, stderr } = await run();
    assert.equal(status, 1);
    assert.match(stderr, /is no WordPress export/);
    rmSync(at('export.xml'));
    assert.equal((await run()).status, 1);
  });
});
