import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CleanableArticle, type CleaningPolicy, createBodyCleaner } from '../../src/html/clean-body.ts';
import { assertPublishable, parseAsBrowser, reserialize } from '../hostile/assert-publishable.ts';
import { hostileArticle, hostilePolicy } from '../hostile/cleaning-policy.ts';
import { harmlessHtml, hostileHtml } from '../hostile/hostile-html.ts';
import { readHostileCases } from '../hostile/read-cases.ts';

/** All properties together run more than ten thousand times; `PROPERTY_RUNS=10` makes that a hundred thousand. */
const factor = Number(process.env.PROPERTY_RUNS ?? 1);
const runs = (count: number): { numRuns: number } => ({ numRuns: Math.ceil(count * factor) });

const attacks = readHostileCases();
const hostile = hostileHtml(attacks.filter(({ format }) => format === 'html').map(({ input }) => input));
const hostileMarkdown = hostileHtml(attacks.map(({ input }) => input));

function cleanerFor(overrides: Partial<CleaningPolicy> = {}) {
  const clean = createBodyCleaner({ ...hostilePolicy, ...overrides });
  return (body: string, article: Partial<CleanableArticle> = {}) => {
    const result = clean(hostileArticle(body, article));
    assert.ok(result.ok, `refused: ${result.ok || result.diagnostics[0]?.rule}`);
    return result.body;
  };
}

const clean = cleanerFor();

/** What must hold of every published body, whatever it was made of. */
function assertHolds(html: string, article: Partial<CleanableArticle>, cleanAgain = clean): void {
  assertPublishable(html);
  assert.equal(reserialize(html), html, 'a browser writes it otherwise than it reads it');
  assert.equal(cleanAgain(html, { ...article, format: 'html' }).html, html, 'cleaning it again changes it');
}

describe('createBodyCleaner', () => {
  it('publishes only what the policy lists, in a form that neither a browser nor cleaning changes', () => {
    const holds = (source: string) => assertHolds(clean(source).html, {});
    fc.assert(fc.property(hostile, holds), runs(4000));
  });

  it('holds that where relative addresses are resolved against a source', () => {
    const article = { sourceUrl: 'https://source.example/a/b.html?c#d' };
    const holds = (source: string) => assertHolds(clean(source, article).html, article);
    fc.assert(fc.property(hostile, holds), runs(1500));
  });

  it('holds that for Markdown', () => {
    const article = { format: 'markdown' } as const;
    const holds = (source: string) => assertHolds(clean(source, article).html, article);
    fc.assert(fc.property(hostileMarkdown, holds), runs(1500));
  });

  for (const links of ['external', 'text'] as const) {
    it(`holds that where project-links are ${links}`, () => {
      const cleanLinks = cleanerFor({ projects: { ...hostilePolicy.projects, links } });
      const holds = (source: string) => assertHolds(cleanLinks(source).html, {}, cleanLinks);
      fc.assert(fc.property(hostile, holds), runs(500));
    });
  }

  it('holds that for a site at the root of its host', () => {
    const cleanRoot = cleanerFor({ basePath: '/', siteUrl: 'https://site.example/' });
    const holds = (source: string) => {
      const { html } = cleanRoot(source);
      assert.equal(reserialize(html), html);
      assert.equal(cleanRoot(html).html, html);
    };
    fc.assert(fc.property(hostile, holds), runs(500));
  });

  it('never loses a word that a browser would show', () => {
    const keeps = (source: string) => {
      const { html, text } = clean(source);
      const shown = textOf(parseAsBrowser(html));
      for (const word of textOf(parseAsBrowser(source)).match(/w\d+z/g) ?? []) {
        assert.ok(shown.includes(word), `${word} is not in the HTML`);
        assert.ok(text.includes(word), `${word} is not in the text`);
      }
    };
    fc.assert(fc.property(harmlessHtml, keeps), runs(2500));
  });

  it('gives the same body whatever it cleaned before', () => {
    const cleanFresh = (source: string) => cleanerFor()(source);
    fc.assert(
      fc.property(hostile, hostile, (before, source) => {
        clean(before);
        assert.deepEqual(clean(source), cleanFresh(source));
      }),
      runs(300),
    );
  });

  it('gives an excerpt and an outline without markup, and as long as they may be', () => {
    const holds = (source: string) => {
      const { excerpt, outline, html } = clean(source);
      const segments = [...new Intl.Segmenter().segment(excerpt)];
      assert.ok(segments.length <= hostilePolicy.excerptLength, `${segments.length} graphemes`);
      assert.doesNotMatch(excerpt, /[\n\t\0]/);
      const headings = [
        ...html.matchAll(/<(h[2-6])(?: class="[^"]*")?(?: lang="[^"]*")?(?: dir="[^"]*")? id="([^"]+)"/g),
      ];
      assert.deepEqual(
        outline.map(({ level, id }) => [`h${level}`, id]),
        headings.map(([, name, id]) => [name, id]),
      );
    };
    fc.assert(fc.property(hostile, holds), runs(700));
  });
});

function textOf(node: unknown): string {
  const { childNodes, value } = node as { childNodes?: readonly unknown[]; value?: string };
  return childNodes === undefined ? (value ?? '') : childNodes.map(textOf).join('');
}
