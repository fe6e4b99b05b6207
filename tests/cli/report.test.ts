import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { load } from 'cheerio';
import { type CommandResult, runCommand } from './run-command.ts';

const HOSTILE = '</svg><script>alert(1)</script>"onload=x';

let folder: string;
let firstReport: CommandResult;
const at = (name: string) => path.join(folder, name);
const FLAGS = () => ['--content', at('content'), '--cache', at('cache'), '--output', at('site')];
/** Not what the CI that runs this test says. */
const ENVIRONMENT = { GITHUB_REPOSITORY: undefined, GITHUB_SHA: undefined, CI_PROJECT_URL: undefined };

function put(file: string, text: string): void {
  mkdirSync(path.dirname(at(file)), { recursive: true });
  writeFileSync(at(file), text);
}

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  put('content/site.yaml', `title: '小城${HOSTILE}'\nhosts: [github-pages]\n`);
  for (let day = 1; day <= 9; day++)
    put(
      `content/articles/${day}.md`,
      `---\ntitle: 甲${day}\ndate: 2022-01-0${day}\ncategories: ['城市', '${day % 2 === 0 ? '交通' : HOSTILE}']\nsource: https://${day % 3}.example.com/\n---\n正文\n`,
    );
  put('content/articles/坏 (1).md', `---\ntitle: 丁\ndate: '${HOSTILE}'\n---\n正文\n`);
  put('content/articles/draft.md', '---\ntitle: 稿\ndate: 2022-01-01\ndraft: true\n---\n正文\n');
  const build = () => runCommand('build', [...FLAGS(), '--quiet', '--report', at('report.json')]);
  await build();
  firstReport = await runCommand('report', [...FLAGS(), '--page', at('first.html')]);
  assert.equal((await build()).status, 0);
});
after(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run report', () => {
  const report = (flags: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    runCommand('report', [...FLAGS(), ...flags], { ...ENVIRONMENT, ...env });

  it('writes one page with a plot and a table of its numbers for everything', async () => {
    const { status, stdout, stderr } = await report(['--page', at('out/report.html')]);
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '');
    assert.equal(stdout.trim(), at('out/report.html'));
    const page = load(readFileSync(at('out/report.html'), 'utf8'));
    for (const id of ['days', 'categories', 'weights', 'stages', 'reuse', 'rules']) {
      const section = page(`#${id}`).parent();
      assert.equal(section.find('.wide > svg[role=img][aria-label]').length, 1, `plot of ${id}`);
      assert.equal(section.find('.narrow > svg').length, 1, `narrow plot of ${id}`);
      assert.ok(section.find('tbody tr').length > 0, `numbers of ${id}`);
    }
    assert.equal(page('#days').parent().find('tbody tr').length, 9, 'a draft is not counted');
    assert.equal(page('#stages').parent().find('tbody tr').length, 2, 'two builds are remembered');
    assert.match(page('#hosts').parent().text(), /github-pages: size/);
    const link = page('.rule a').first();
    assert.match(link.text(), /坏 \(1\)\.md:3:/);
    assert.equal(decodeURIComponent(link.attr('href') ?? ''), '../content/articles/坏 (1).md');
  });

  it('draws a single build too', () => {
    assert.deepEqual([firstReport.status, firstReport.stderr], [0, '']);
    assert.ok(existsSync(at('first.html')));
  });

  it('asks for nothing: no script, no file, no address but links', async () => {
    await report(['--page', at('alone.html')]);
    const html = readFileSync(at('alone.html'), 'utf8');
    const page = load(html);
    assert.equal(page('script, link, img, iframe, object, embed, use, image, base, form').length, 0);
    assert.equal(page('[src], [srcset], [xlink\\:href]').length, 0);
    assert.doesNotMatch(html, /url\(|@import/);
    const names = page('*')
      .toArray()
      .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []));
    assert.ok(names.length > 100 && names.every((name) => !/^on/i.test(name)));
    assert.match(
      page('meta[http-equiv]').attr('content') ?? '',
      /^default-src 'none'; style-src 'unsafe-inline'/,
    );
    assert.ok(page('h1').text().includes(HOSTILE), 'what strangers wrote is text');
  });

  it('links to the commit that CI builds', async () => {
    const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'abc', GITHUB_SERVER_URL: 'https://github.com' };
    await report(['--page', at('ci.html')], env);
    const page = load(readFileSync(at('ci.html'), 'utf8'));
    assert.match(
      page('.rule a').first().attr('href') ?? '',
      /^https:\/\/github\.com\/o\/r\/blob\/abc\/.*\.md#L3$/,
    );
  });

  it('summarizes the build in Markdown in which nothing that strangers wrote is markup', async () => {
    const { status, stdout, stderr } = await report(['--format', 'markdown', '--report', at('report.json')]);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /\| 11 \| 9 \| 1 \| 0 \| 1 \| 1?\d \|/);
    assert.match(stdout, /Quarantined: not published: 1<\/summary>/);
    assert.match(stdout, /- \[articles\/坏 \(1\)\.md:3:\d+\]\(\S+%28\S+\) `invalid-date`/);
    assert.match(stdout, /\| github-pages \| size \| .* kB \| 1\.0 GB \| &lt;1 % \|/);
    assert.match(stdout, /stage: /);
    assert.doesNotMatch(stdout, /<script/);
  });

  it('ends with status 2 where nothing was built, and for a format it does not know', async () => {
    const nowhere = await runCommand('report', ['--cache', at('nowhere')], ENVIRONMENT);
    assert.equal(nowhere.status, 2);
    assert.match(nowhere.stderr, /run "npm run build" first/);
    assert.equal((await report(['--format', 'pdf'])).status, 2);
  });
});
