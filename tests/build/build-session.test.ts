import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { LockedError } from '../../src/build/build-lock.ts';
import { BuildSession } from '../../src/build/build-session.ts';
import { runBuild } from '../../src/build/run-build.ts';
import { verifyBuild } from '../../src/build/verify-build.ts';

describe('a build session', () => {
  let root: string;
  let session: BuildSession;
  const article = (name: string) => path.join(root, 'content', 'articles', `${name}.md`);
  const page = (name: string) => readFileSync(path.join(root, 'site', 'p', name, 'index.html'), 'utf8');
  const options = () => ({
    content: path.join(root, 'content'),
    output: path.join(root, 'site'),
    cache: path.join(root, 'cache'),
    workers: 1,
    drafts: true,
    future: true,
  });
  function put(name: string, text: string, title = name): void {
    writeFileSync(article(name), `---\ntitle: ${title}\ndate: 2022-01-01\nslug: ${name}\n---\n${text}\n`);
  }

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'broadsheet-session-'));
    mkdirSync(path.dirname(article('a')), { recursive: true });
    put('a', '初稿');
    put('b', '另一篇');
    session = new BuildSession(options());
  });
  afterEach(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('shows a saved article on its page ahead of the build that puts it everywhere', async () => {
    await session.build();
    put('a', '定稿', '新题');
    assert.equal(await session.show(article('a')), 'p/a/index.html');
    assert.match(page('a'), /<h1[^>]*>新题<\/h1>/);
    assert.match(page('a'), /定稿/);
    assert.doesNotMatch(readFileSync(path.join(root, 'site', 'index.html'), 'utf8'), /新题/);
    const { report } = await session.build();
    assert.ok(report.changes.written.includes('index.html'));
    assert.ok(!report.changes.written.includes('p/a/index.html'), 'the page was right already');
    assert.match(readFileSync(path.join(root, 'site', 'index.html'), 'utf8'), /新题/);
  });

  it('gives a build up for what was saved meanwhile, and leaves all of it to the next', async () => {
    await session.build();
    put('a', '定稿', '新题');
    let asked = 0;
    assert.equal(await session.build(() => ++asked === 2), undefined);
    assert.equal(asked, 2);
    assert.doesNotMatch(page('a'), /定稿/);
    put('b', '又一稿');
    assert.equal(await session.show(article('b')), 'p/b/index.html');
    const result = await session.build(() => false);
    assert.ok(result?.report.changes.written.includes('p/a/index.html'));
    assert.match(page('a'), /定稿/);
    await session.close();
    assert.deepEqual(await verifyBuild({ ...options(), clean: false, now: Date.now() }), []);
  });

  it('leaves what was shown to the next build, also when that finds the article as it was', async () => {
    await session.build();
    const before = page('a');
    put('a', '定稿');
    await session.show(article('a'));
    assert.notEqual(page('a'), before);
    await session.close();
    put('a', '初稿');
    const plain = { ...options(), clean: false, now: Date.now() };
    await runBuild(plain);
    assert.equal(page('a'), before);
    assert.deepEqual(await verifyBuild(plain), []);
  });

  it('shows nothing of an article that is new, has a fault, or says what it said', async () => {
    await session.build();
    put('c', '新的一篇');
    assert.equal(await session.show(article('c')), undefined);
    assert.equal(await session.show(article('b')), undefined);
    const before = page('a');
    writeFileSync(article('a'), '---\ntitle: a\ndate: 2022-02-31\nslug: a\n---\n坏稿\n');
    assert.equal(await session.show(article('a')), undefined);
    assert.equal(page('a'), before);
  });

  it('keeps other builds out of its cache until it is closed', async () => {
    await session.build();
    await assert.rejects(runBuild({ ...options(), clean: false, now: 0 }), LockedError);
    await session.close();
    await runBuild({ ...options(), clean: false, now: 0 });
  });
});
