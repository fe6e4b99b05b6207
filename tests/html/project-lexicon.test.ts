import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { everydayNames, newsVocabulary, youngWords } from '../../src/html/project-everyday-words.ts';
import { knownCompanies, knownMedia, knownProducts, knownWorks } from '../../src/html/project-known-names.ts';
import { corpusSize, createLexicon, openLexicon } from '../../src/html/project-lexicon.ts';

const { dict } = createRequire(import.meta.url)('@node-rs/jieba/dict.js') as { dict: Buffer };
const lines = dict.toString('utf8').split('\n').filter(Boolean);

describe('the dictionary that is shipped', () => {
  it('is sorted by bytes, as searching it requires', () => {
    for (let at = 1; at < lines.length; at += 1) {
      assert.ok(Buffer.compare(Buffer.from(lines[at - 1]!), Buffer.from(lines[at]!)) <= 0, lines[at]);
    }
  });

  it('counts as many words as corpusSize says', () => {
    assert.equal(
      lines.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0),
      corpusSize,
    );
  });
});

describe('a lexicon', () => {
  const lexicon = openLexicon();

  it('finds every word of the dictionary, by its first two characters', () => {
    for (let at = 0; at < lines.length; at += 97) {
      const [text = '', , tag] = lines[at]!.split(' ');
      assert.equal(lexicon.find(text)?.tag, tag, text);
    }
  });

  it('finds nothing for what is no word', () => {
    for (const text of ['', '囧囧囧', 'zzzz', '\ud840', ' ', '\n', '的的的的']) {
      assert.equal(lexicon.find(text), undefined, JSON.stringify(text));
    }
  });

  it('has the first and the last word of a dictionary', () => {
    const small = createLexicon(Buffer.from('一 5 m\n一下 3 m\n龟裂 2 v\n'));
    assert.equal(small.find('一')?.frequency, 5);
    assert.equal(small.find('龟裂')?.frequency, 2);
    assert.equal(small.find('下')?.frequency, undefined);
  });

  it('adds names and words that are younger than the dictionary', () => {
    assert.ok(lexicon.find('字节跳动'));
    assert.ok(lexicon.find('盲盒'));
  });

  it('knows a name whatever its case, and how', () => {
    assert.equal(lexicon.known('GITHUB'), 'product');
    assert.equal(lexicon.known('字节跳动'), 'company');
    assert.equal(lexicon.known('新华社'), 'media');
    assert.equal(lexicon.known('得到'), 'everyday');
    assert.equal(lexicon.known('流浪地球'), 'work');
    assert.equal(lexicon.known('走廊'), undefined);
  });

  it('can do without a listed name, to measure how well the rest does', () => {
    const without = createLexicon(dict, new Set(['字节跳动']));
    assert.equal(without.known('字节跳动'), undefined);
    assert.equal(without.find('字节跳动'), undefined);
  });
});

describe('the lists that are shipped', () => {
  const sections = { knownCompanies, knownMedia, knownProducts, knownWorks, everydayNames, youngWords };

  it('say one thing of each name: no section repeats another, whatever the case', () => {
    const seen = new Map<string, string>();
    for (const [section, names] of Object.entries(sections)) {
      for (const name of names) {
        const folded = name.toLowerCase();
        assert.equal(seen.get(folded), undefined, `${name} is in ${seen.get(folded)} and ${section}`);
        seen.set(folded, section);
      }
    }
  });

  it('have no name of one character, which would match everywhere', () => {
    for (const [section, names] of Object.entries(sections)) {
      assert.deepEqual(
        names.filter((name) => [...name].length < 2),
        [],
        section,
      );
    }
  });

  it('count young words as vocabulary', () => {
    const vocabulary = new Set(newsVocabulary);
    assert.ok(youngWords.every((word) => vocabulary.has(word)));
  });
});
