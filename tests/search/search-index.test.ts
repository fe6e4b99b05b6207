import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CorruptIndexError } from '../../src/search/bit-reader.ts';
import { SearchIndex } from '../../src/search/search-index.ts';
import { findKeys, makeIndex, openIndex, searchAll, type TestArticle } from './make-index.ts';

describe('searching', () => {
  const index = makeIndex([
    {
      key: 'chip',
      title: '晶格科技发布新芯片',
      text: '晶格科技昨天发布了一款人工智能芯片，售价 1299 元。\n工程师说，OpenAI芯片的路还很长。',
      projects: ['晶格科技'],
      categories: [['科技', '芯片']],
      sources: ['潮汐早报'],
      tags: ['AI'],
    },
    {
      key: 'book',
      title: '一间旧书店',
      text: '老板说，书店开了三十年。\n隔壁的芯片厂去年搬走了。',
      categories: [['文化']],
      sources: ['檐下周刊'],
    },
    {
      key: 'trad',
      title: '人工智慧與晶片',
      text: '這篇文章用正體字寫成，談人工智慧，也談書店。',
      categories: [['科技']],
      sources: ['檐下周刊'],
    },
    {
      key: 'en',
      title: 'Open Source',
      text: 'The café on Main Street opens at nine. GPT-4 wrote none of this.',
    },
    { key: 'parts', title: '工与智', text: '他们做人工的花，也做智能的锁，工智两个字都在。能说会道。' },
  ]);

  const cases: readonly (readonly [what: string, query: string, keys: readonly string[]])[] = [
    ['two characters, the newest first', '书店', ['book', 'trad']],
    ['one character, also where a run of text ends', '厂', ['book']],
    ['one character that ends a sentence', '年', ['book']],
    ['a phrase, where its parts are not enough', '人工智能', ['chip']],
    ['traditional by simplified', '人工智慧', ['trad']],
    ['simplified by traditional', '舊書店', ['book']],
    ['across a space that is only for the eye', '售价1299元', ['chip']],
    ['a number in the middle of another', '29', ['chip']],
    ['all of several texts', '芯片 书店', ['book']],
    ['the beginning of a word', 'caf', ['en']],
    ['a word without its accent', 'CAFE', ['en']],
    ['no middle of a word alone', 'pen', []],
    ['the end of a word before an ideograph', 'AI芯片', ['chip']],
    ['a phrase of words', '"main street"', ['en']],
    ['no words that are apart as a phrase', '"street main"', []],
    ['letters, a hyphen and a digit', 'gpt-4', ['en']],
    ['without what is excluded', '芯片 -书店', ['chip']],
    ['without a phrase that is excluded', '人工 -人工智能', ['parts', 'trad']],
    ['by category', 'category:科技', ['trad', 'chip']],
    ['by a path of categories', '芯片 category:科技/芯片', ['chip']],
    ['by source', '书店 source:檐下周刊', ['trad', 'book']],
    ['without a source', '书店 -source:檐下周刊', []],
    ['by project', 'project:晶格科技', ['chip']],
    ['by tag, in any case', 'tag:ai', ['chip']],
    ['by date', '芯片 before:2024-01-02', ['chip']],
    ['by date alone', 'date:2024-01-02..2024-01-03', ['trad', 'book']],
    ['nothing where there is nothing', '鲸鱼', []],
    ['nothing for punctuation', '！', []],
    ['nothing for nothing', '  ', []],
  ];
  for (const [what, query, keys] of cases) {
    it(`finds ${what}: ${query}`, async () => {
      const found = await findKeys(index, query);
      assert.deepEqual([...found].sort(), [...keys].sort());
    });
  }

  it('finds by date where no article has a word, and finds no word', async () => {
    const wordless = makeIndex([{ key: 'bare', title: '甲', text: '' }]);
    assert.deepEqual(await findKeys(wordless, 'date:2024'), ['bare']);
    assert.deepEqual(await findKeys(wordless, 'word'), []);
    assert.deepEqual(await findKeys(makeIndex([{ key: 'mute', title: '…' }]), '甲'), []);
  });

  it('puts the title first, then a project, then the newer', async () => {
    const ranked = makeIndex([
      { key: 'title', title: '渡轮来了', text: '岸上有人。' },
      { key: 'project', text: '岸上有人。', projects: ['渡轮公司'] },
      { key: 'older', text: '渡轮在雾里。' },
      { key: 'newer', text: '渡轮在雨里。' },
    ]);
    assert.deepEqual(await findKeys(ranked, '渡轮'), ['title', 'project', 'newer', 'older']);
  });

  it('puts first where several texts are close together', async () => {
    const ranked = makeIndex([
      { key: 'close', text: `${'岸上有人。'.repeat(40)}渡轮撞上了灯塔。` },
      { key: 'far', text: `渡轮在雾里。${'岸上有人。'.repeat(40)}灯塔亮着。` },
    ]);
    assert.deepEqual(await findKeys(ranked, '渡轮 灯塔'), ['close', 'far']);
  });

  it('shows the text around, with all that was found marked', async () => {
    const [result] = await searchAll(index, '芯片 发布');
    assert.deepEqual(result?.title, [
      { text: '晶格科技', isMatch: false },
      { text: '发布', isMatch: true },
      { text: '新', isMatch: false },
      { text: '芯片', isMatch: true },
    ]);
    assert.deepEqual(
      result?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text),
      ['发布', '芯片', '芯片'],
    );
    assert.equal(result?.url, '/p/chip/');
    assert.deepEqual(result?.category, ['科技', '芯片']);
  });

  it('gives, when nothing has the whole text, what has its words, and says so', async () => {
    const results = await searchAll(index, '书店芯片厂');
    assert.deepEqual(
      results.map(({ url, isExact }) => [url, isExact]),
      [['/p/book/', false]],
    );
  });

  it('gives what has the words that the dictionary knows, when nothing has those that it does not', async () => {
    const results = await searchAll(index, '书店的云厂');
    assert.deepEqual(
      results.map(({ url, isExact }) => [url, isExact]),
      [
        ['/p/book/', false],
        ['/p/trad/', false],
      ],
    );
  });

  it('reads no more than is asked for: older segments wait', async () => {
    const articles: TestArticle[] = Array.from({ length: 5000 }, (_, at) => ({
      key: `a${at}`,
      text: `渡轮 ${at}`,
    }));
    const large = makeIndex(articles);
    const manifest = JSON.parse(new TextDecoder().decode(large.files.get('manifest.json'))) as {
      segments: { id: string }[];
    };
    const oldest = manifest.segments.at(-1)!.id;
    const read: string[] = [];
    let results = 0;
    for await (const event of openIndex(large, (path) => read.push(path)).search('渡轮')) {
      if (event.kind === 'result') results += 1;
      if (results === 10) break;
    }
    assert.ok(!read.some((path) => path.startsWith(oldest)));
    assert.ok(read.filter((path) => path.startsWith('/p/')).length <= 12);
  });

  it('leaves out an article that is gone, and fails when none can be read', async () => {
    const lacking = openWith(index, async (url) =>
      url === '/p/book/' ? undefined : { ...EMPTY, text: '书店' },
    );
    assert.deepEqual(await urlsOf(lacking, '书店'), ['/p/trad/']);
    const offline = openWith(index, async () => {
      throw new Error('offline');
    });
    await assert.rejects(urlsOf(offline, '书店'), /offline/);
  });

  it('names the file that is damaged, and what to do', async () => {
    for (const [path, bytes] of index.files) {
      if (!path.endsWith('.bin')) continue;
      const damaged = { ...index, files: new Map([...index.files, [path, bytes.subarray(0, 2)]]) };
      const query = path.includes('/w') ? 'category:科技' : '书店';
      await assert.rejects(searchAll(damaged, query), (error) => {
        assert.ok(error instanceof CorruptIndexError);
        assert.ok(
          error.message.startsWith(path) && error.message.includes('Build the site again'),
          error.message,
        );
        return true;
      });
    }
    const manifest = {
      ...index,
      files: new Map([['manifest.json', new TextEncoder().encode('{"format":1,')]]),
    };
    await assert.rejects(searchAll(manifest, '书店'), /manifest\.json is not what a build writes/);
  });
});

const EMPTY = { title: '', text: '', projects: [], category: [], authors: [] };

function openWith(
  { files }: ReturnType<typeof makeIndex>,
  readArticle: (url: string) => Promise<typeof EMPTY | undefined>,
): SearchIndex {
  return new SearchIndex({ readFile: async (path) => files.get(path)!, readArticle });
}

async function urlsOf(index: SearchIndex, query: string): Promise<string[]> {
  const urls: string[] = [];
  for await (const event of index.search(query)) if (event.kind === 'result') urls.push(event.result.url);
  return urls;
}
