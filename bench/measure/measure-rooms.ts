import { renderPage } from '../../layouts/render-page.tsx';
import { makeChrome } from '../../src/build/make-chrome.ts';
import { PROJECT } from '../../src/build/project-folder.ts';
import { parseArticle } from '../../src/content/parse-article.ts';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import { renderPages } from '../../src/eleventy/render-pages.ts';
import { createBodyCleaner, policyFromConfig } from '../../src/html/clean-body.ts';
import type { CleanedBody } from '../../src/html/cleaned-body.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { listPages } from '../../src/site/list-pages.ts';
import { summarizeArticle } from '../../src/site/summarize-article.ts';
import { type GeneratedArticle, generateArticle } from '../corpus/generate-article.ts';
import { median } from './median.ts';

/** What the rooms need, in ms: of this process's only thread, without any disk. */
export type RoomCosts = {
  /** Of an article. */
  readonly parse: number;
  readonly clean: number;
  readonly summarize: number;
  /** All articles together, shared out among them. */
  readonly arrange: number;
  /** Of an article's page. */
  readonly renderArticle: number;
  /** Of any other page, mostly lists. */
  readonly renderOther: number;
  /** What Eleventy adds to a page. */
  readonly eleventy: number;
};

export interface RoomOptions {
  readonly articles: number;
  readonly seed: number;
  /** Passes that are measured, at least 1. One more comes first and does not count: code is compiled in it. */
  readonly passes: number;
}

/** Medians over the passes, each over a corpus of its own, so that nothing is remembered from the pass before. */
export async function measureRooms({ articles, seed, passes }: RoomOptions): Promise<RoomCosts> {
  const costs: RoomCosts[] = [];
  for (let pass = 0; pass <= passes; pass += 1) {
    const corpus = Array.from({ length: articles }, (_, index) => generateArticle(index, seed + pass));
    const cost = await measurePass(corpus);
    if (pass > 0) costs.push(cost);
  }
  const middle = (room: keyof RoomCosts) => median(costs.map((cost) => cost[room]));
  return {
    parse: middle('parse'),
    clean: middle('clean'),
    summarize: middle('summarize'),
    arrange: middle('arrange'),
    renderArticle: middle('renderArticle'),
    renderOther: middle('renderOther'),
    eleventy: middle('eleventy'),
  };
}

async function measurePass(corpus: readonly GeneratedArticle[]): Promise<RoomCosts> {
  const { config } = parseSiteConfig(
    'title: Bench\nurl: https://bench.example/\ntimeZone: Asia/Shanghai\n',
    'site.yaml',
  );
  const sources = corpus.map(({ path, text }) => ({ path, file: path, bytes: Buffer.from(text) }));
  const parsing = timeEach(sources, (source) => {
    const parsed = parseArticle(source, { timeZone: config.timeZone, limits: config.limits });
    if (!parsed.ok) throw new Error(`An article of the corpus is quarantined: ${source.path}`);
    return parsed.article;
  });
  const clean = createBodyCleaner(policyFromConfig(config));
  const cleaning = timeEach(parsing.results, (article) => {
    const cleaned = clean({ ...article, file: article.sourcePath });
    if (!cleaned.ok) throw new Error(`A body of the corpus is quarantined: ${article.sourcePath}`);
    return { article, body: cleaned.body };
  });
  // A body's place in the list does for its digest.
  const summarizing = timeEach(cleaning.results, ({ article, body }, at) =>
    summarizeArticle(article, body, String(at)),
  );
  const arranging = timeEach([summarizing.results], (summaries) => {
    const site = arrangeSite(summaries, [], config);
    return { site, pages: listPages(site) };
  });
  const { site, pages } = arranging.results[0]!;
  const chrome = makeChrome(site, config, {});
  const bodyOf = ({ bodyDigest }: { readonly bodyDigest: string }): CleanedBody =>
    cleaning.results[Number(bodyDigest)]!.body;
  const articlePages = pages.filter((page) => page.kind === 'article');
  const otherPages = pages.filter((page) => !('bodyDigest' in page));
  const articleRendering = timeEach(articlePages, (page) => renderPage(page, { chrome, body: bodyOf(page) }));
  const otherRendering = timeEach(otherPages, (page) => renderPage(page, { chrome }));
  const rendered = [...articleRendering.results, ...otherRendering.results];
  const started = performance.now();
  await renderPages(
    rendered.map((html) => () => html),
    PROJECT,
  );
  return {
    parse: parsing.msEach,
    clean: cleaning.msEach,
    summarize: summarizing.msEach,
    arrange: arranging.msEach / corpus.length,
    renderArticle: articleRendering.msEach,
    renderOther: otherRendering.msEach,
    eleventy: (performance.now() - started) / rendered.length,
  };
}

function timeEach<T, R>(items: readonly T[], work: (item: T, at: number) => R) {
  const started = performance.now();
  const results = items.map(work);
  return { results, msEach: (performance.now() - started) / items.length };
}
