import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { BuildReport } from '../../src/build/build-report.ts';
import type { BuildResult } from '../../src/build/build-with-store.ts';
import { runBuild } from '../../src/build/run-build.ts';
import { Workforce } from '../../src/build/workforce.ts';
import { readTree } from '../sites/site-tree.ts';

/** Edit scripts that the law is tried on. */
const SCRIPTS = Number(process.env.EDIT_SCRIPTS ?? 200);

/** One thing an author or operator may do to a content folder. */
type Edit =
  | { readonly kind: 'put'; readonly file: string; readonly article: ArticleModel }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'delete'; readonly file: string }
  | { readonly kind: 'configure'; readonly config: ConfigModel }
  | { readonly kind: 'picture'; readonly file: string; readonly bytes: string | undefined }
  | { readonly kind: 'commit' }
  | { readonly kind: 'nothing' };

interface ArticleModel {
  readonly title: string;
  readonly day: number;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly slug: string | undefined;
  readonly alias: string | undefined;
  readonly draft: boolean;
  readonly broken: boolean;
  readonly project: string | undefined;
  readonly thumbnail: string | undefined;
  readonly shown: string | undefined;
  readonly words: number;
}

interface ConfigModel {
  readonly title: string;
  readonly size: number;
  readonly links: string;
  readonly merged: boolean;
  readonly fullFeeds: boolean;
  readonly aliased: boolean;
  readonly permalink: string | undefined;
  readonly theme: string | undefined;
  readonly sources: string | undefined;
}

function tagProject(id: string, name: string, page: string): string {
  return `<a class="project-link" data-id="${id}" data-name="${name}" href="https://${page}/${id}">${name}</a>`;
}

/** Links to companies, one of them known by two ids, and one as authors write them. */
const PROJECT_LINKS: Readonly<Record<string, string>> = {
  ali: tagProject('7133', '阿里巴巴', '36kr.com/projectDetails'),
  aliSpace: tagProject('990', '阿里巴巴', 'www.36dianping.com/space'),
  ding: tagProject('8301', '钉钉', '36kr.com/projectDetails'),
  tencent: tagProject('24961', '腾讯', '36kr.com/projectDetails'),
  byHand: '<a href="project:24961">鹅厂</a>',
};

const file = fc.constantFrom(
  'a.md',
  'b.md',
  '新/c.md',
  '新/d.html',
  '新/闻/e.md',
  '新/闻/F.md',
  'g.markdown',
  'README.md',
);

const article: fc.Arbitrary<ArticleModel> = fc.record({
  title: fc.constantFrom('甲', '乙', '丙丁', 'An English title', '<b>“引号” & 标签</b>'),
  day: fc.integer({ min: 1, max: 60 }),
  categories: fc.constantFrom(
    [],
    ['新媒体'],
    ['新媒体', '晨报'],
    ['新媒体', '晨报', '要闻'],
    ['编程'],
    ['程序'],
    ['cnBeta'],
    ['CNBETA'],
  ),
  tags: fc.subarray(['桥', '港口', 'Bridge', 'bridge']),
  slug: fc.option(fc.constantFrom('one', 'two', 'ONE'), { nil: undefined }),
  alias: fc.option(fc.constantFrom('/old/', '/p/one/', '/categories/'), { nil: undefined }),
  draft: fc.boolean(),
  broken: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  project: fc.option(fc.constantFrom(...Object.keys(PROJECT_LINKS)), { nil: undefined }),
  thumbnail: fc.option(fc.constantFrom('/media/a.svg', '/media/b.png'), { nil: undefined }),
  shown: fc.option(fc.constantFrom('/media/a.svg', '/media/b.png'), { nil: undefined }),
  words: fc.integer({ min: 0, max: 40 }),
});

const config: fc.Arbitrary<ConfigModel> = fc.record({
  title: fc.constantFrom('小城新闻', '大城新闻'),
  size: fc.constantFrom(1, 2, 3),
  links: fc.constantFrom('internal', 'external', 'text'),
  merged: fc.boolean(),
  fullFeeds: fc.boolean(),
  aliased: fc.boolean(),
  sources: fc.constantFrom(
    undefined,
    '[{path: 新, publish: false}]',
    '[{path: 新/闻, drop: [a], dropText: [港口*]}]',
  ),
  theme: fc.constantFrom(undefined, "{appearance: dark, accent: '#0b57d0'}", '{typeface: serif}'),
  permalink: fc.constantFrom(
    undefined,
    undefined,
    '/:year/:month/:title/',
    '/:category/:post_title.html',
    '/a/:slug/',
  ),
});

/** Pictures of the site's own, which articles show: their sizes are read from the files. */
const picture = fc.constantFrom('a.svg', 'b.png');

/** Of several sizes, of none, and gone. */
const pictureBytes = fc.constantFrom(
  undefined,
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>',
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>',
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x03\0\0\0\x02\0',
  '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01',
);

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('put' as const), file, article }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), from: file, to: file }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), file }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('configure' as const), config }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('picture' as const), file: picture, bytes: pictureBytes }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'commit' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'nothing' as const }) },
);

function spell(model: ArticleModel): string {
  const front = [
    `title: ${JSON.stringify(model.title)}`,
    model.broken ? 'date: 2022-02-31' : `date: ${new Date(Date.UTC(2022, 0, model.day)).toUTCString()}`,
    `categories: ${JSON.stringify(model.categories)}`,
    `tags: ${JSON.stringify(model.tags)}`,
    ...(model.slug === undefined ? [] : [`slug: ${model.slug}`]),
    ...(model.alias === undefined ? [] : [`aliases: [${model.alias}]`]),
    ...(model.draft ? ['draft: true'] : []),
    ...(model.thumbnail === undefined ? [] : [`thumbnail: ${model.thumbnail}`]),
  ];
  const project = model.project === undefined ? '' : `昨天${PROJECT_LINKS[model.project]}宣布了消息。`;
  const shown = model.shown === undefined ? '' : `<p><img src="${model.shown}"></p>`;
  return `---\n${front.join('\n')}\n---\n<div>\n${shown}<p>${project}${'港口的三号泊位今天启用。'.repeat(model.words)}</p>\n</div>\n`;
}

describe('the law of builds', () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'broadsheet-test-'));
  const content = path.join(scratch, 'content');
  const workforce = new Workforce(2);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: content,
      stdio: 'ignore',
    });
  before(() => {
    mkdirSync(path.join(content, 'articles'), { recursive: true });
    git('init', '-q');
  });
  after(async () => {
    await workforce.dismiss();
    rmSync(scratch, { recursive: true, force: true });
  });

  const build = (name: string): Promise<BuildResult> =>
    runBuild(
      {
        content,
        output: path.join(scratch, name, 'site'),
        cache: path.join(scratch, name, 'cache'),
        workers: 2,
        drafts: false,
        future: false,
        clean: false,
        now: Date.UTC(2022, 5, 1),
      },
      workforce,
    );

  function apply(change: Edit): void {
    const at = (name: string) => path.join(content, 'articles', name);
    if (change.kind === 'put') {
      mkdirSync(path.dirname(at(change.file)), { recursive: true });
      writeFileSync(at(change.file), spell(change.article));
    } else if (change.kind === 'delete') {
      rmSync(at(change.file), { force: true });
    } else if (change.kind === 'rename') {
      mkdirSync(path.dirname(at(change.to)), { recursive: true });
      try {
        renameSync(at(change.from), at(change.to));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    } else if (change.kind === 'picture') {
      const file = path.join(content, 'media', change.file);
      mkdirSync(path.dirname(file), { recursive: true });
      if (change.bytes === undefined) rmSync(file, { force: true });
      else writeFileSync(file, change.bytes, 'latin1');
    } else if (change.kind === 'commit') {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'x');
    } else if (change.kind === 'configure') {
      const { title, size, links, merged, fullFeeds, aliased, permalink, theme, sources } = change.config;
      const categories = merged ? 'categories:\n  - path: 编程\n    aliases: [程序]\n' : '';
      const feeds = fullFeeds ? 'feeds: {projects: full}\n' : '';
      const aliases = aliased ? '  aliases:\n    - {name: 一家公司, ids: [8301, 24961]}\n' : '';
      const look = theme === undefined ? '' : `theme: ${theme}\n`;
      const rules = sources === undefined ? '' : `sources: ${sources}\n`;
      writeFileSync(
        path.join(content, 'site.yaml'),
        `title: ${title}\npagination:\n  size: ${size}\nprojects:\n  links: ${links}\n${aliases}${categories}${feeds}${rules}${look}${permalink === undefined ? '' : `permalink: ${permalink}\n`}`,
      );
    }
  }

  it(`an incremental build equals a clean one, byte for byte, after each of ${SCRIPTS} edit scripts`, async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        edits.forEach(apply);
        const { report } = await build('incremental');
        const clean = `clean-${number++}`;
        await build(clean);
        assert.deepEqual(
          readTree(path.join(scratch, 'incremental', 'site')),
          readTree(path.join(scratch, clean, 'site')),
        );
        const { read, published, drafts, future, quarantined } = report.articles;
        assert.equal(read, published + drafts + future + quarantined);
        rmSync(path.join(scratch, clean), { recursive: true, force: true });
      }),
      // Each script goes on from where the last one ended, so a failing one can't be made smaller.
      { numRuns: SCRIPTS, endOnFailure: true },
    );
  });

  it('a build of what is built already writes nothing and keeps every modification time', async () => {
    await build('incremental');
    const { report } = await build('incremental');
    assert.deepEqual([report.pages.written, report.pages.removed], [0, 0]);
  });

  it('a build of what git vouches for looks at no source, and tells the same of it', async () => {
    apply({ kind: 'commit' });
    const first = await build('incremental');
    const second = await build('incremental');
    assert.deepEqual(Object.keys(second.report.durationMs), ['read', 'total']);
    const withoutMeasures = ({ durationMs: _, peakMemoryBytes: _peak, ...report }: BuildReport) => report;
    assert.deepEqual(withoutMeasures(second.report), withoutMeasures(first.report));
    assert.deepEqual(second.urls, first.urls);
    assert.deepEqual(second.diagnostics, first.diagnostics);
  });

  it('a build looks at the sources again when an output file is gone, though git vouches for them', async () => {
    await build('incremental');
    const page = path.join(scratch, 'incremental', 'site', 'index.html');
    rmSync(page);
    const { report } = await build('incremental');
    assert.deepEqual(report.changes.written, ['index.html']);
    assert.ok(existsSync(page));
  });
});
