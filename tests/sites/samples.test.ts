import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import { generateCorpus } from '../../bench/corpus/generate-corpus.ts';
import type { BuildResult } from '../../src/build/build-with-store.ts';
import { runBuild } from '../../src/build/run-build.ts';
import { Workforce } from '../../src/build/workforce.ts';
import { href, outputPath } from '../../src/site/link.ts';

const samples = path.resolve(import.meta.dirname, '../../../shared/samples');
const absent = existsSync(samples) ? false : 'shared samples are not beside this checkout';

const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
const workforce = new Workforce(2);
after(async () => {
  await workforce.dismiss();
  rmSync(scratch, { recursive: true, force: true });
});

function build(content: string, name: string): Promise<BuildResult> {
  return runBuild(
    {
      content,
      output: path.join(scratch, name),
      cache: path.join(scratch, `${name}-cache`),
      workers: 2,
      drafts: false,
      future: false,
      clean: false,
      now: Date.UTC(2026, 0, 1),
    },
    workforce,
  );
}

const read = (name: string, url: string): CheerioAPI =>
  load(readFileSync(path.join(scratch, name, outputPath(url)), 'utf8'));

describe('the article the project began with', { skip: absent }, () => {
  let $: CheerioAPI;
  let url: string;
  let title: string;
  before(async () => {
    const { report, urls } = await build(path.join(samples, 'seed'), 'seed');
    assert.deepEqual(report.quarantine, []);
    const [entry] = Object.entries(urls.byFile);
    url = entry![1];
    title = path.basename(entry![0], '.md');
    $ = read('seed', url);
  });

  it('has its title for the one h1, and its thumbnail in the header', () => {
    assert.equal($('h1').length, 1);
    assert.equal($('h1').text(), title);
    assert.match($('article figure img').first().attr('src') ?? '', /v2_d076cbd428ed4ccea55a5d63b2b98a24/);
  });

  it('has its category path as breadcrumb, each level linking to its page', () => {
    const crumbs = $('.breadcrumb').first().find('a');
    assert.deepEqual(crumbs.map((_, a) => $(a).text()).get(), ['新媒体', '36kr', '资讯']);
    for (const link of crumbs.map((_, a) => $(a).attr('href')).get()) {
      assert.ok(existsSync(path.join(scratch, 'seed', decodeURIComponent(link), 'index.html')), link);
    }
  });

  it('has its date as an instant, shown in the site’s time zone', () => {
    const time = $('time[datetime="2022-01-06T12:15:33.000Z"]').first();
    assert.equal(time.text(), '2022-01-06 20:15');
  });

  it('has all of its 45 paragraphs and 4 sub-headings', () => {
    assert.equal($('.prose p').filter((_, p) => $(p).text().trim() !== '').length, 45);
    assert.equal($('.prose').find('h2, h3, h4').length, 4);
  });

  it('has its picture with its size, and no referrer', () => {
    const image = $('.prose img');
    assert.equal(image.length, 1);
    assert.deepEqual(
      [image.attr('width'), image.attr('height'), image.attr('referrerpolicy')],
      ['899', '500', 'no-referrer'],
    );
  });

  it('links 阿里巴巴 and 钉钉 to project pages that list it, and no noise', () => {
    for (const name of ['阿里巴巴', '钉钉']) {
      const link = $('.prose a')
        .filter((_, a) => $(a).text() === name)
        .attr('href');
      assert.match(link ?? '', /^\/projects\/\w+\/$/, name);
      const page = read('seed', link!);
      assert.ok(page(`a[href="${href('/', url)}"]`).length > 0, `${name} lists the article`);
    }
    for (const noise of ['惠权益', '宝商', '壁垒', '绽放', '一起']) {
      assert.equal($('.prose a').filter((_, a) => $(a).text() === noise).length, 0, noise);
    }
  });

  it('keeps nothing of the scraper’s markup', () => {
    const html = readFileSync(path.join(scratch, 'seed', outputPath(url)), 'utf8');
    const body = $('.prose').html()!;
    assert.doesNotMatch(body, /\sdata-[\w-]+=|\slabel=|\sstyle=|\starget=|project-link/);
    assert.doesNotMatch(html, /\sstyle=|target="_blank"/);
  });
});

describe('real scraped posts', { skip: absent }, () => {
  it('are all published, each with its own title, date and category path', async () => {
    const { report, urls } = await build(path.join(samples, 'rsshub'), 'rsshub');
    assert.deepEqual(report.articles, { read: 8, published: 8, drafts: 0, future: 0, quarantined: 0 });
    for (const [source, url] of Object.entries(urls.byFile)) {
      const $ = read('rsshub', url);
      assert.equal($('h1').text(), path.basename(source, '.md'));
      const crumbs = $('.breadcrumb')
        .first()
        .find('a')
        .map((_, a) => $(a).text())
        .get();
      assert.deepEqual(crumbs, path.dirname(source).split('/'));
      assert.match($('article time').first().attr('datetime') ?? '', /^20\d\d-\d\d-\d\dT/);
    }
  });
});

describe('a thousand articles of the seed’s shape', () => {
  it('build in one go, and the counts add up', async () => {
    const content = path.join(scratch, 'corpus');
    generateCorpus({ articles: 1000, out: path.join(content, 'articles'), seed: 7 });
    const { report, urls } = await build(content, 'thousand');
    const { read: found, published, quarantined, drafts, future } = report.articles;
    assert.equal(found, 1000);
    assert.equal(found, published + quarantined + drafts + future);
    assert.equal(quarantined, 0);
    for (const url of Object.values(urls.byFile))
      assert.ok(existsSync(path.join(scratch, 'thousand', outputPath(url))));
  });
});
