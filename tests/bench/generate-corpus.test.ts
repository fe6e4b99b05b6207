import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { CORPUS_DATES, generateArticle } from '../../bench/corpus/generate-article.ts';
import { generateCorpus } from '../../bench/corpus/generate-corpus.ts';
import { createRandom } from '../../bench/corpus/random.ts';

const articles = Array.from({ length: 1000 }, (_, index) => generateArticle(index, 1));
const sizes = articles.map(({ text }) => Buffer.byteLength(text)).sort((a, b) => a - b);

describe('generateArticle', () => {
  it('gives the same article for the same index and seed', () => {
    assert.deepEqual(generateArticle(7, 3), generateArticle(7, 3));
  });

  it('gives another article for another seed', () => {
    assert.notEqual(generateArticle(7, 3).text, generateArticle(7, 4).text);
  });

  it('gives the same bytes on every machine', () => {
    const hash = createHash('sha256');
    for (const { path: file, text } of articles.slice(0, 100)) hash.update(file).update(text);
    // Changes with the generator or with the dictionary's package, and then with them alone.
    assert.equal(hash.digest('hex').slice(0, 16), 'c89cf57cb9dbaecc');
  });

  it('has a median size near 5 KB and a mean near 8 KB', () => {
    const median = sizes[sizes.length / 2]!;
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    assert.ok(median > 4500 && median < 5800, `median ${median}`);
    assert.ok(mean > 7000 && mean < 9000, `mean ${mean}`);
  });

  it('keeps every size between 1 and 60 KB', () => {
    assert.ok(sizes[0]! >= 1024, `least ${sizes[0]}`);
    assert.ok(sizes.at(-1)! <= 60 * 1024, `most ${sizes.at(-1)}`);
  });

  it('gives no two articles one title or one path, also beyond a quarter of a million', () => {
    const all = [...articles, ...[0, 1, 2].map((index) => generateArticle(2 ** 18 + index, 1))];
    assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
    assert.equal(new Set(all.map(({ path: file }) => file.normalize('NFC').toLowerCase())).size, all.length);
  });

  it('files each article under a group, a source and a channel', () => {
    const groups = new Set<string>();
    const channels = new Set<string>();
    for (const { path: file, text } of articles) {
      const [group, source, channel] = file.split('/');
      assert.ok(text.includes(`categories: \n - ${group}\n - ${source}\n - ${channel}\n`));
      groups.add(group!);
      channels.add(`${group}/${source}/${channel}`);
    }
    assert.equal(groups.size, 8);
    assert.ok(channels.size > 100, `${channels.size} channels`);
  });

  it('dates articles in RFC 2822, over three years', () => {
    for (const { text, date } of articles) {
      assert.equal(Date.parse(/^date: (.+ GMT)$/m.exec(text)![1]!), date);
      assert.ok(date >= CORPUS_DATES.first && date <= CORPUS_DATES.last);
    }
    assert.ok(new Set(articles.map(({ date }) => new Date(date).toISOString().slice(0, 7))).size === 36);
  });

  it('takes a date for an article that is to be the newest', () => {
    const date = Date.UTC(2026, 0, 2, 3, 4, 5);
    assert.match(generateArticle(5, 1, { date }).text, /^date: Fri, 02 Jan 2026 03:04:05 GMT$/m);
  });

  it('begins as scraped posts do: a blank line, front matter, a wrapper', () => {
    for (const { text } of articles)
      assert.match(text, /^\n---\ntitle: '[^'\n]+'\n[\s\S]+\n---\n\n<div> {3}\n<(?:p|h2)/);
  });

  it('marks companies, everyday words and the seams of words as projects', () => {
    const names = new Set(
      articles.flatMap(({ text }) => [...text.matchAll(/data-name="([^"]+)"/g)].map(([, name]) => name)),
    );
    assert.ok(names.has('小米') && names.has('一起'));
    assert.ok(names.size > 500, `${names.size} names`);
  });

  it('repeats words as Chinese text does: few distinct bigrams for its length', () => {
    const text = articles.map((article) => article.text.replace(/<[^>]+>/g, '')).join('\n');
    const runs = text.match(/\p{Script=Han}{2,}/gu)!.join('\n');
    const bigrams = new Set(Array.from({ length: runs.length - 1 }, (_, i) => runs.slice(i, i + 2)));
    assert.ok(
      bigrams.size > 20_000 && bigrams.size < 200_000,
      `${bigrams.size} bigrams in ${runs.length} characters`,
    );
  });

  it('writes Markdown when asked, without HTML', () => {
    const { text } = generateArticle(3, 1, { shape: 'markdown' });
    assert.doesNotMatch(text, /<[a-z]/i);
  });

  it('writes three articles of HTML to one of Markdown when asked for both', () => {
    const mixed = Array.from(
      { length: 400 },
      (_, index) => generateArticle(index, 1, { shape: 'mixed' }).text,
    );
    const html = mixed.filter((text) => text.includes('<div>')).length;
    assert.ok(html > 270 && html < 330, `${html} of 400`);
  });
});

describe('generateCorpus', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'corpus-'));
  after(() => rm(folder, { recursive: true }));

  it('writes each article to a file, and counts them', async () => {
    const corpus = generateCorpus({ articles: 30, out: folder, seed: 9 });
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
    assert.equal(files.length, 30);
    const article = generateArticle(29, 9);
    assert.equal(await readFile(path.join(folder, article.path), 'utf8'), article.text);
    const bytes = Array.from({ length: 30 }, (_, index) => Buffer.byteLength(generateArticle(index, 9).text));
    assert.deepEqual(corpus, { articles: 30, bytes: bytes.reduce((sum, size) => sum + size, 0) });
  });
});

describe('createRandom', () => {
  it('spreads its numbers evenly', () => {
    const random = createRandom(1, 0);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < 10_000; i += 1) counts[Math.floor(random.next() * 10)]! += 1;
    for (const count of counts) assert.ok(count > 880 && count < 1120, counts.join(' '));
  });

  it('makes a bell around nought', () => {
    const random = createRandom(2, 0);
    const values = Array.from({ length: 10_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    assert.ok(Math.abs(mean) < 0.05 && Math.abs(deviation - 1) < 0.05, `${mean} ± ${deviation}`);
  });
});
