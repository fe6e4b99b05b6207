import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { CleanedBody } from '../../src/html/cleaned-body.ts';
import { assertPublishable, reserialize } from '../hostile/assert-publishable.ts';
import { cleanHtml } from './clean-html.ts';

const samples = path.resolve('../shared/samples');
const skip = existsSync(samples) ? false : 'shared samples are not beside this checkout';

interface Sample {
  readonly name: string;
  readonly body: CleanedBody;
}

function readSamples(folder: string): readonly Sample[] {
  const root = path.join(samples, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const source = readFileSync(path.join(root, file), 'utf8').replace(/^\s*---\n[\s\S]*?\n---\n/, '');
      return {
        name: path.basename(file, '.md'),
        body: cleanHtml(source, { title: path.basename(file, '.md') }),
      };
    });
}

function bodyOf(folder: string, name: RegExp): CleanedBody {
  const found = readSamples(folder).find((sample) => name.test(sample.name));
  assert.ok(found, String(name));
  return found.body;
}

describe('shared samples', { skip }, () => {
  it('keeps the seed’s 45 paragraphs of text and 4 sub-headings', () => {
    const { html, outline } = bodyOf('seed', /./);
    assert.equal(html.match(/<p[ >]/g)?.length, 45);
    assert.deepEqual(
      outline.map(({ level }) => level),
      [2, 2, 2, 3],
    );
  });

  it('gives the seed’s image its size, and no referrer', () => {
    const { html, images } = bodyOf('seed', /./);
    assert.match(html, /<img [^>]*width="899" height="500"[^>]* referrerpolicy="no-referrer">/);
    assert.deepEqual(
      images.map(({ width, height }) => [width, height]),
      [[899, 500]],
    );
  });

  it('links the seed’s companies to their pages', () => {
    const { html, projects } = bodyOf('seed', /./);
    for (const [id, name] of [
      ['7133', '阿里巴巴'],
      ['8301', '钉钉'],
    ] as const) {
      assert.ok(html.includes(`<a href="/projects/${id}/" class="project">${name}</a>`), name);
      assert.ok(projects.some((project) => project.id === id && project.name === name));
    }
  });

  it('leaves nothing behind of what scrapers write', () => {
    for (const { name, body } of [...readSamples('seed'), ...readSamples('rsshub')]) {
      assert.doesNotMatch(body.html, /<[^>]* (?:data-[a-z-]+|label|style|target|frameborder)=/, name);
      assert.doesNotMatch(body.html, /&amp;#12[35];/, name);
    }
  });

  it('makes HTML that neither a browser nor cleaning changes', () => {
    for (const { name, body } of [...readSamples('seed'), ...readSamples('rsshub')]) {
      assert.equal(reserialize(body.html), body.html, name);
      assert.equal(cleanHtml(body.html, { title: name }).html, body.html, name);
      assertPublishable(
        body.html.replaceAll('"/projects/', '"/news/projects/').replace(/<iframe.*?<\/iframe>/g, ''),
      );
    }
  });

  it('makes paragraphs of a body that has only line breaks', () => {
    const { html, outline } = bodyOf('rsshub', /namespace/);
    assert.doesNotMatch(html, /<br>/);
    assert.equal(outline.length, 3);
    assert.equal(html.match(/<pre>/g)?.length, 3);
    assert.match(html, /"conditions": \[\n {2}\{\n {4}"type"/);
  });

  it('drops styles and copy buttons of highlighted code', () => {
    const { html } = bodyOf('rsshub', /Ajax/);
    assert.doesNotMatch(html, /复制代码|markdown-body/);
    assert.match(html, /onreadystatechange = function\(\)\{/);
  });

  it('makes an excerpt of what the article says', () => {
    assert.doesNotMatch(bodyOf('rsshub', /GitHub/).excerpt, /^本文来自/);
    for (const { name, body } of readSamples('rsshub')) assert.ok(body.excerpt.length > 20, name);
  });
});
