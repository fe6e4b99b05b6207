import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type BriefRecord, BriefTable, packBriefs } from '../../src/build/brief-table.ts';
import { readSummary } from '../../src/build/stored-summary.ts';
import { markSummary, type SummaryMark } from '../../src/site/article-mark.ts';
import type { ArticleSummary } from '../../src/site/article-summary.ts';
import { defaultUrl } from '../../src/site/permalink.ts';
import { namingsOf } from '../../src/site/project-naming.ts';
import { identifyTexts } from '../../src/site/text-identity.ts';
import { makeMention, makeSummary, NOON } from '../site/make-summary.ts';

/** Every field that a summary can have. */
const FULL: Required<Omit<ArticleSummary, 'namings' | 'defaultUrl' | 'textIdentity' | keyof SummaryMark>> = {
  key: 'full',
  sourcePath: '新媒体/full.md',
  title: '“桥”开通了',
  date: NOON,
  updated: NOON + 1,
  categories: [['新媒体', '要闻'], ['国际']],
  tags: ['桥'],
  authors: ['锚地商业'],
  thumbnail: { src: '/media/a.png', width: 3, height: 2 },
  excerpt: '今天上午。',
  sourceUrl: 'https://news.example/1',
  lang: 'ja',
  slug: 'bridge',
  permalink: '/bridge/',
  abbrlink: 'b1',
  aliases: ['/old/'],
  addressPlaces: { slug: { line: 3, column: 7 } },
  draft: true,
  pinned: true,
  comments: false,
  toc: false,
  readingMinutes: 4,
  wordCount: 1234,
  projects: [
    makeMention({ id: '7', href: 'https://space.example/7', texts: ['七'], sentence: '七号开通。' }),
    makeMention({ id: '8', written: { line: 9, column: 1 } }),
  ],
  ownPictures: ['/media/b.png'],
  bodyDigest: 'digest',
};

const NOTE = { steering: '', dead: [] };

const PLAIN = makeSummary({ sourcePath: 'plain.md', key: 'plain', excerpt: '一。' });

function toRecord(summary: ArticleSummary): BriefRecord {
  return { key: summary.key!, entry: '', summary, diagnostics: [] };
}

/** Every row of a table, as plain data. */
function readAll(table: BriefTable, full: readonly ArticleSummary[]): object[] {
  return Array.from({ length: table.rows }, (_, row) => {
    const key = table.keys.at(row);
    const { sourcePath } = full.find((summary) => summary.key === key)!;
    const find = (wanted: string) => full.find((summary) => summary.key === wanted)!;
    return spell(readSummary({ table, row, source: { key, path: sourcePath }, find }));
  });
}

function spell(summary: ArticleSummary): object {
  const names = Object.keys(FULL) as (keyof typeof FULL)[];
  return Object.fromEntries(
    names.flatMap((name) => (summary[name] === undefined ? [] : [[name, structuredClone(summary[name])]])),
  );
}

describe('BriefTable', () => {
  it('gives back every field of a summary, and leaves absent what is absent', () => {
    const summaries = [FULL, PLAIN];
    const table = new BriefTable(packBriefs(summaries.map(toRecord), [], NOTE));
    assert.deepEqual(readAll(table, summaries), summaries.map(spell));
  });

  it('does not look up a text before it is asked for', () => {
    const table = new BriefTable(packBriefs([toRecord(FULL)], [], NOTE));
    const find = (): never => assert.fail('looked up');
    const summary = readSummary({ table, row: 0, source: { key: 'full', path: FULL.sourcePath }, find });
    assert.deepEqual(
      namingsOf(summary).map(({ id }) => id),
      ['7', '8'],
    );
    assert.equal(summary.title, FULL.title);
    assert.equal(summary.defaultUrl, defaultUrl(FULL.sourcePath));
    assert.equal(summary.textIdentity, identifyTexts(FULL));
    const { markHigh, markLow } = summary;
    assert.deepEqual({ markHigh, markLow }, markSummary(FULL));
    assert.throws(() => summary.excerpt, /looked up/);
    assert.throws(() => summary.projects[0]!.sentence, /looked up/);
  });

  it('has one naming for all articles that name a project alike', () => {
    const other = { ...PLAIN, projects: FULL.projects };
    const table = new BriefTable(packBriefs([FULL, other].map(toRecord), [], NOTE));
    const [first, second] = [0, 1].map((row) => table.projects.at(row));
    assert.equal(first![0], second![0]);
  });

  it('keeps rows of the table before, and adds others', () => {
    const third = { ...FULL, key: 'third', title: '第三' };
    const before = new BriefTable(packBriefs([FULL, PLAIN].map(toRecord), [], NOTE));
    const kept = { table: before.columns, rows: Uint32Array.of(1) };
    const after = new BriefTable(packBriefs([toRecord(third)], [kept], NOTE));
    assert.deepEqual(readAll(after, [PLAIN, third]), [PLAIN, third].map(spell));
  });

  it('keeps the warnings of an article', () => {
    const diagnostic = {
      file: 'a.md',
      line: 1,
      column: 1,
      severity: 'warning',
      rule: 'r',
      message: 'm',
      hint: 'h',
    } as const;
    const table = new BriefTable(packBriefs([{ ...toRecord(FULL), diagnostics: [diagnostic] }], [], NOTE));
    assert.deepEqual(table.diagnostics.at(0), [diagnostic]);
  });
});
