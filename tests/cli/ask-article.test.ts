import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { type ArticleWish, askArticle } from '../../src/cli/ask-article.ts';

const KNOWN = [['新媒体', '36kr', '资讯'], ['城市'], ['Cities']];

/** What an author gets who presses these keys, each when the screen has settled; and what was shown. */
async function answer(wish: ArticleWish, keys: readonly string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 100, rows: 40 });
  let shown = '';
  output.on('data', (data) => {
    shown += String(data);
  });
  const asked = askArticle(wish, KNOWN, { input, output });
  for (const key of keys) {
    await wait(60);
    input.write(key);
  }
  const result = await asked;
  input.destroy();
  return { result, shown };
}

const ENTER = '\r';
const DOWN = '\u001b[B';
const ESCAPE = '\u001b';

describe('askArticle', () => {
  it('asks for title, category and draft, and offers the categories there are', async () => {
    const { result, shown } = await answer({}, ['大桥', ENTER, ENTER, ENTER]);
    assert.deepEqual(result, { title: '大桥', categories: ['新媒体', '36kr', '资讯'], draft: false });
    assert.match(shown, /新媒体 › 36kr › 资讯[\s\S]*城市[\s\S]*none/);
  });

  it('asks only for what is missing', async () => {
    const { result, shown } = await answer({ title: '大桥', draft: true }, [DOWN, ENTER]);
    assert.deepEqual(result, { title: '大桥', categories: ['城市'], draft: true });
    assert.doesNotMatch(shown, /Title|draft/);
  });

  it('finds a category by a part of it, in any case and width, and takes a new one', async () => {
    const found = await answer({ title: '大桥', draft: false }, ['ｃｉt', ENTER]);
    assert.deepEqual(found.result?.categories, ['Cities']);
    const made = await answer({ title: '大桥', draft: false }, ['体育/足球', ENTER]);
    assert.deepEqual(made.result?.categories, ['体育', '足球']);
    assert.match(made.shown, /体育 › 足球/);
  });

  it('insists on a title, and lets an author give up', async () => {
    assert.match((await answer({}, [' ', ENTER, ESCAPE])).shown, /An article needs a title/);
    assert.equal((await answer({}, [ESCAPE])).result, undefined);
    assert.equal((await answer({ title: '大桥' }, [ESCAPE])).result, undefined);
  });
});
