import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createUrlClaims } from '../../src/site/url-claims.ts';
import { checkUrlPath } from '../../src/site/url-path.ts';

/** Few names, so that many are in each other's way. */
const name = fc.constantFrom('a', 'A', 'b', 'é', 'e\u0301', 'x.html', 'X.HTML', 'y.htm', 'index.html');
const url = fc
  .tuple(fc.array(name, { maxLength: 3 }), fc.boolean())
  .map(([names, isFolder]) => checkUrlPath(`/${names.join('/')}${isFolder ? '/' : ''}`))
  .filter((check) => check.ok)
  .map((check) => (check.ok ? check.url : '/'));
/** Files that are not pages may have any name. */
const reserved = fc.oneof(
  url,
  fc
    .array(fc.constantFrom('a', 'b', 'x.html', 'c.png'), { minLength: 1, maxLength: 3 })
    .map((names) => `/${names.join('/')}`),
);

/** What the most forgiving file system would say: names are told apart by neither case nor Unicode form. */
class PlainDisk {
  readonly #owners = new Map<string, string>();
  readonly #files = new Set<string>();

  claim(claimed: string, owner: string): string | undefined {
    const file = fileOf(claimed);
    for (const other of this.#files) {
      if (other === file || other.startsWith(`${file}/`) || file.startsWith(`${other}/`))
        return this.#owners.get(other);
    }
    this.#files.add(file);
    this.#owners.set(file, owner);
    return undefined;
  }
}

function fileOf(claimed: string): string {
  return (claimed.endsWith('/') ? `${claimed}index.html` : claimed).normalize('NFC').toLowerCase();
}

const a = { sourcePath: 'a.md' };
const b = { sourcePath: 'b.md' };

describe('createUrlClaims', () => {
  it('lets nobody have a file, or a folder for a file, that would be in another owner’s way on any disk', () => {
    fc.assert(
      fc.property(fc.array(reserved, { maxLength: 3 }), fc.array(url, { maxLength: 12 }), (taken, wanted) => {
        const disk = new PlainDisk();
        const claims = createUrlClaims(taken.filter((each) => disk.claim(each, 'site') === undefined));
        for (const [at, each] of wanted.entries()) {
          const isFree = disk.claim(each, String(at)) === undefined;
          assert.equal(claims.claim(each, { sourcePath: String(at) }) === undefined, isFree, each);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says who has what is in the way', () => {
    const claims = createUrlClaims(['/logo.png']);
    assert.equal(claims.claim('/logo.png/x/', a)?.sourcePath, 'the site itself');
    assert.equal(claims.claim('/a/', a), undefined);
    assert.equal(claims.claim('/A/', b), a);
    assert.equal(claims.claim('/a/index.html', b), a);
  });

  it('gives a URL that was released to whoever comes next', () => {
    const claims = createUrlClaims();
    claims.claim('/a/', a);
    claims.release('/a/');
    assert.equal(claims.claim('/a/', b), undefined);
  });
});
