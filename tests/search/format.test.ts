import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { INDEX_FORMAT, MANIFEST_PATH, parseManifest } from '../../src/search/manifest.ts';
import { makeIndex, type TestArticle } from './make-index.ts';

/** Something of everything: scripts, fields, facets, followers, enough articles for several segments, shards and chunks. */
const ARTICLES: readonly TestArticle[] = Array.from({ length: 600 }, (_, at) => ({
  key: `k${at}`,
  title: `第${at}号：港口 Harbour Nº${at}`,
  text: `渡輪在霧裡靠岸，灯塔亮着；café ＡＢＣ ${at * 37}。\n서울의 봄、かなカナ😀${'江湖'.repeat(at % 5)}`,
  projects: at % 3 === 0 ? ['晶格科技'] : [],
  categories: [['城市', at % 2 === 0 ? '港口' : '山野']],
  sources: ['潮汐早报', 'example.com'],
  tags: at % 7 === 0 ? ['单日'] : [],
}));

/** By format. */
const DIGESTS: Readonly<Record<number, string>> = {
  1: '72acaee815a96be9727783794cb6d738a38bea8f68a799277dd3b5df06146f95',
};

/** Of all files, with a number for each segment in the place of its name: what decides the names is no part of the format. */
function digestFiles(files: ReadonlyMap<string, Uint8Array>): string {
  const manifest = Buffer.from(files.get(MANIFEST_PATH)!).toString();
  const names = parseManifest(manifest).segments.map(({ id }) => id);
  const number = (text: string) =>
    names.reduce((numbered, name, at) => numbered.replaceAll(name, `segment ${at}`), text);
  const spelled = Array.from(files, ([file, bytes]) => {
    const held = file === MANIFEST_PATH ? number(manifest) : bytes;
    return `${number(file)} ${hash('sha256', held)}\n`;
  });
  return hash('sha256', spelled.sort().join(''));
}

describe('the format of the index', () => {
  it('has a new number when the same articles give other bytes: names of files stand for their contents', () => {
    assert.equal(
      digestFiles(makeIndex(ARTICLES).files),
      DIGESTS[INDEX_FORMAT],
      'If this change of what files hold is meant, raise INDEX_FORMAT and note the digest here.',
    );
  });

  it('is described under its number', () => {
    const text = readFileSync(path.join(import.meta.dirname, '../../docs/search.md'), 'utf8');
    assert.match(text, new RegExp(`\\| \`format\` \\| ${INDEX_FORMAT} \\|`));
  });
});
