import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import fc from 'fast-check';
import { OutputFolder, TEMPORARY_FOLDER } from '../../src/build/write-output.ts';

describe('the output folder', () => {
  let around: string;
  let root: string;
  let output: OutputFolder;
  beforeEach(() => {
    around = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
    root = path.join(around, 'site');
    output = new OutputFolder(root);
  });
  afterEach(() => rmSync(around, { recursive: true, force: true }));

  const bytes = (text: string) => Buffer.from(text);
  const text = (file: string) => readFileSync(path.join(root, file), 'utf8');

  it('writes a file with the folders it needs', () => {
    assert.equal(output.write('p/一/index.html', bytes('新闻')), 'written');
    assert.equal(text('p/一/index.html'), '新闻');
  });

  it('leaves a file with the same bytes untouched', () => {
    output.write('a.html', bytes('same'));
    const before = statSync(path.join(root, 'a.html'), { bigint: true });
    assert.equal(new OutputFolder(root).write('a.html', bytes('same')), 'unchanged');
    const after = statSync(path.join(root, 'a.html'), { bigint: true });
    assert.deepEqual([after.mtimeNs, after.ino], [before.mtimeNs, before.ino]);
  });

  it('replaces a file whole, never in place', () => {
    output.write('a.html', bytes('old'));
    const before = statSync(path.join(root, 'a.html')).ino;
    output.write('a.html', bytes('new'));
    assert.notEqual(statSync(path.join(root, 'a.html')).ino, before);
    assert.equal(text('a.html'), 'new');
  });

  it('replaces a folder that stands where a file belongs, and a file where a folder belongs', () => {
    output.write('x/index.html', bytes('1'));
    output.write('x', bytes('2'));
    assert.equal(text('x'), '2');
    new OutputFolder(root).write('x/index.html', bytes('3'));
    assert.equal(text('x/index.html'), '3');
  });

  for (const file of ['../a', '/etc/a', 'a/../../b', '..', '', '.', 'a\0b', 'p/../../site-2/x']) {
    it(`refuses ${JSON.stringify(file)}, which is no path inside it`, () => {
      assert.throws(() => output.write(file, bytes('x')), RangeError);
      assert.throws(() => output.remove(file), RangeError);
    });
  }

  it('never writes outside, whatever the path', () => {
    mkdirSync(root);
    writeFileSync(path.join(around, 'secret'), 'kept');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('..', '.', 'a', 'secret', '', 'site'), { maxLength: 6 }),
        (parts) => {
          try {
            new OutputFolder(root).write(parts.join('/'), bytes('x'));
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
          }
          return (
            readFileSync(path.join(around, 'secret'), 'utf8') === 'kept' &&
            !existsSync(path.join(around, 'a'))
          );
        },
      ),
    );
  });

  it('does not follow a link that leads out of it', () => {
    mkdirSync(root);
    mkdirSync(path.join(around, 'elsewhere'));
    symlinkSync(path.join(around, 'elsewhere'), path.join(root, 'p'));
    output.write('p/a.html', bytes('x'));
    assert.equal(existsSync(path.join(around, 'elsewhere', 'a.html')), false);
    assert.equal(text('p/a.html'), 'x');
  });

  it('finds what stands where a folder belongs among folders that are missing', () => {
    mkdirSync(path.join(root, 'p/there'), { recursive: true });
    mkdirSync(path.join(around, 'elsewhere'));
    symlinkSync(path.join(around, 'elsewhere'), path.join(root, 'p/link'));
    symlinkSync(path.join(around, 'nowhere'), path.join(root, 'p/dangling'));
    writeFileSync(path.join(root, 'p/file'), '');
    for (const name of ['new', 'link', 'newer', 'dangling', 'newest', 'file', 'last', 'there']) {
      output.write(`p/${name}/index.html`, bytes(name));
      assert.equal(text(`p/${name}/index.html`), name);
    }
    assert.equal(existsSync(path.join(around, 'elsewhere', 'index.html')), false);
    assert.equal(existsSync(path.join(around, 'nowhere')), false);
  });

  it('removes a file with the folders it leaves empty, and no others', () => {
    output.write('p/a/index.html', bytes('a'));
    output.write('p/b/index.html', bytes('b'));
    output.remove('p/a/index.html');
    assert.equal(existsSync(path.join(root, 'p/a')), false);
    assert.equal(text('p/b/index.html'), 'b');
    output.remove('p/never/was.html');
  });

  it('leaves a folder that came where a file is to be removed', () => {
    output.write('search/a.bin', bytes('一'));
    output.remove('search');
    assert.equal(text('search/a.bin'), '一');
  });

  it('can write where it has just removed', () => {
    output.write('p/a/index.html', bytes('a'));
    output.remove('p/a/index.html');
    output.write('p/a/index.html', bytes('again'));
    assert.equal(text('p/a/index.html'), 'again');
  });

  it('lists every file but its temporary ones and the operator’s repository', () => {
    output.write('b/c.html', bytes('1'));
    output.write('a.html', bytes('2'));
    mkdirSync(path.join(root, '.git'));
    writeFileSync(path.join(root, '.git', 'HEAD'), '');
    assert.deepEqual(output.list().sort(), ['a.html', 'b/c.html']);
    assert.equal(existsSync(path.join(root, TEMPORARY_FOLDER)), true);
    output.clearTemporary();
    assert.equal(existsSync(path.join(root, TEMPORARY_FOLDER)), false);
  });

  it('tells sizes of regular files only', () => {
    output.write('a/b.txt', bytes('123'));
    assert.deepEqual(
      [output.sizeOf('a/b.txt'), output.sizeOf('a'), output.sizeOf('none')],
      [3, undefined, undefined],
    );
  });
});
