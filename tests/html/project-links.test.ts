import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSiteConfig } from '../../src/content/site-config-defaults.ts';
import { createBodyCleaner, policyFromConfig } from '../../src/html/clean-body.ts';
import type { CleanedBody, ProjectMention } from '../../src/html/cleaned-body.ts';

const clean = createBodyCleaner({
  ...policyFromConfig(defaultSiteConfig),
  // What names a company is another test's concern.
  judgeProject: ({ text }) => ({ keep: text !== '噪', reason: 'company' }),
});

function read(body: string, format: 'html' | 'markdown' = 'html'): CleanedBody {
  const result = clean({ sourcePath: 'a.md', file: 'a.md', title: '题', format, body, bodyLine: 7 });
  assert.ok(result.ok);
  return result.body;
}

function tag(text: string, id = '7', name = text): string {
  return `<a class="project-link" data-id="${id}" data-name="${name}" data-logo="https://i.example/${id}.png" data-refer-type="2" href="https://36kr.com/projectDetails/${id}" target="_blank">${text}</a>`;
}

/** Links to projects as `text→id`. */
function linksOf({ html }: CleanedBody): string[] {
  return Array.from(
    html.matchAll(/<a href="\/projects\/([^/]*)\/" class="project">(.*?)<\/a>/g),
    ([, id, text]) => `${text}→${id}`,
  );
}

describe('a link that a tagger made', () => {
  it('leads to the site’s page of the project, and keeps nothing else of the tagger’s', () => {
    const { html } = read(`<p>昨天，${tag('甲')}来了。</p>`);
    assert.equal(html, '<p>昨天，<a href="/projects/7/" class="project">甲</a>来了。</p>');
  });

  it('becomes text when it names no company', () => {
    const body = read(`<p>昨天，${tag('噪')}来了。</p>`);
    assert.equal(body.html, '<p>昨天，噪来了。</p>');
    assert.deepEqual(body.projects, []);
  });

  it('is there once a section', () => {
    const body = read(`<p>${tag('甲')}，${tag('甲')}。</p><p>${tag('甲')}</p><h2>二</h2><p>${tag('甲')}</p>`);
    assert.deepEqual(linksOf(body), ['甲→7', '甲→7']);
  });

  it('waits for the first good mention of the section', () => {
    assert.deepEqual(linksOf(read(`<p>${tag('噪')}，${tag('甲')}，${tag('乙')}。</p>`)), ['甲→7']);
  });

  for (const [where, body] of [
    ['a heading', `<h2>${tag('甲')}</h2><p>正文</p>`],
    ['code', `<p><code>${tag('甲')}</code></p>`],
    ['preformatted text', `<pre>${tag('甲')}</pre>`],
  ] as const) {
    it(`is text in ${where}`, () => {
      const read_ = read(body);
      assert.deepEqual(linksOf(read_), []);
      assert.match(read_.html, /甲/);
    });
  }

  it('is text inside of another link, as nested markup of a table lets it be', () => {
    const body = read(`<a href="https://e.example/"><table><tr><td>${tag('甲')}</td></tr></table></a>`);
    assert.deepEqual(linksOf(body), []);
  });

  it('has its id in lower case, as its page has', () => {
    assert.deepEqual(linksOf(read(`<p>${tag('甲', 'AbC')}</p>`)), ['甲→abc']);
    assert.equal(read(`<p>${tag('甲', 'AbC')}</p>`).projects[0]!.id, 'abc');
  });

  it('is text when no page can have its id for a name', () => {
    for (const id of ['nul', '../x', '']) assert.deepEqual(linksOf(read(`<p>${tag('甲', id)}</p>`)), []);
  });

  it('is text beyond the two hundredth project of a body, and a project named before is still linked', () => {
    const many = Array.from({ length: 201 }, (_, index) => `<p>${tag('甲', `${index}`)}</p>`).join('');
    const body = read(`${many}<h2>二</h2><p>${tag('甲', '0')}</p>`);
    assert.equal(body.projects.length, 200);
    assert.equal(linksOf(body).length, 201);
  });

  it('is found again, and kept, when a cleaned body is cleaned once more', () => {
    const { html } = read(`<p>昨天，${tag('甲')}来了。</p>`);
    assert.equal(read(html).html, html);
  });
});

describe('a mention', () => {
  const only = (body: CleanedBody): ProjectMention => {
    assert.equal(body.projects.length, 1);
    return body.projects[0]!;
  };

  it('knows the tagger’s name, the article’s first, and others that it writes', () => {
    const mention = only(
      read(`<p>${tag('甲', '7', '甲公司')}、${tag('甲甲')}、${tag('甲')}、${tag('甲甲')}</p>`),
    );
    assert.deepEqual([mention.name, mention.text, mention.texts], ['甲公司', '甲', ['甲甲']]);
  });

  it('has the sentence in which the project is named first', () => {
    const { sentence } = only(read(`<p>上一句。昨天，${tag('甲')}来了！下一句。</p>`));
    assert.equal(sentence, '昨天，甲来了！');
  });

  it('takes a name in whole that the tagger cut short', () => {
    const judged = createBodyCleaner(policyFromConfig(defaultSiteConfig))({
      sourcePath: 'a.md',
      file: 'a.md',
      title: '题',
      format: 'html',
      bodyLine: 1,
      body: `<p>一位人士向QC${tag('晴窗观察')}记者介绍。</p><p>本文来自公众号“QC晴窗观察”</p>`,
    });
    assert.ok(judged.ok);
    assert.deepEqual(linksOf(judged.body), ['QC晴窗观察→7']);
    assert.equal(judged.body.projects[0]!.text, 'QC晴窗观察');
    assert.match(judged.body.html, /向<a [^>]*>QC晴窗观察<\/a>记者/);
  });
});

describe('a link that an author writes in Markdown', () => {
  it('names a project by its id', () => {
    const body = read('昨天，[甲](project:7133)来了。', 'markdown');
    assert.deepEqual(linksOf(body), ['甲→7133']);
    assert.deepEqual(body.projects, [
      { id: '7133', name: '甲', text: '甲', sentence: '昨天，甲来了。', written: { line: 7, column: 8 } },
    ]);
  });

  it('is kept whatever the judge thinks of the word', () => {
    assert.deepEqual(linksOf(read('[噪](project:7)', 'markdown')), ['噪→7']);
  });

  it('has its place in the file', () => {
    const { projects } = read('第一段\n\n第二段 [甲](project:71) 与 [乙](PROJECT:7)', 'markdown');
    assert.deepEqual(
      projects.map(({ id, written }) => [id, written]),
      [
        ['71', { line: 9, column: 9 }],
        ['7', { line: 9, column: 27 }],
      ],
    );
  });

  it('becomes text, with a warning, when no id follows', () => {
    const { html, diagnostics } = read('[甲](project:阿里巴巴)', 'markdown');
    assert.equal(html, '<p>甲</p>');
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['project-link-removed'],
    );
  });

  it('is text in code', () => {
    assert.deepEqual(linksOf(read('`[甲](project:7)`', 'markdown')), []);
  });
});

describe('the policy of a site', () => {
  const withLinks = (links: 'external' | 'text', body: string): CleanedBody => {
    const policy = policyFromConfig({
      ...defaultSiteConfig,
      projects: { links, ignore: [], always: ['甲'] },
    });
    const result = createBodyCleaner(policy)({
      sourcePath: 'a.md',
      file: 'a.md',
      title: '题',
      format: 'html',
      body,
      bodyLine: 1,
    });
    assert.ok(result.ok);
    return result.body;
  };

  it('can lead to the source’s page instead', () => {
    const { html } = withLinks('external', `<p>${tag('甲')}</p>`);
    assert.equal(html, '<p><a href="https://36kr.com/projectDetails/7" rel="noopener nofollow">甲</a></p>');
  });

  it('can do without links, and still know who is mentioned', () => {
    const body = withLinks('text', `<p>${tag('甲')}</p>`);
    assert.equal(body.html, '<p>甲</p>');
    assert.equal(body.projects.length, 1);
  });
});
