import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { listProjectFeeds } from '../../src/feeds/project-feeds.ts';
import { renderFeeds } from '../../src/feeds/render-feeds.ts';
import type { SafeHtml } from '../../src/html/safe-html.ts';
import { arrangeSite } from '../../src/site/arrange-site.ts';
import { makeConfig, makeMention, makeSummaries } from '../site/make-summary.ts';
import { findXmlFaults, jsonFeed, type SchemaName, schemaFor } from './validate-feed.ts';

/** A site as the build wrote it. */
const SITE = path.join(import.meta.dirname, '../sites/newsroom/expected');
const written = readdirSync(SITE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => schemaFor(file) !== undefined)
  .sort()
  .map((file) => ({ path: file, contents: read(file) }));

const config = makeConfig();
const project = { projects: [makeMention({ id: '7133', name: '甲 & <乙>', sentence: '一 ]]> 二\u0001' })] };
const files = [
  ...written,
  // What that site lacks: no articles at all, and a project that has a feed.
  ...renderFeeds({ site: arrangeSite([], [], config), config }),
  ...listProjectFeeds(
    arrangeSite(
      makeSummaries(3, () => project),
      [],
      config,
    ),
    { ...config, feeds: { ...config.feeds, projects: 'full' } },
    () => '<p>正文 ]]></p>' as SafeHtml,
  ),
].map(({ path: file, contents }) => ({ path: file, contents, schema: schemaFor(file) }));

function read(file: string): string {
  return readFileSync(path.join(SITE, file), 'utf8');
}

/** Takes something out that the format asks for, or puts something in that it does not know. */
const SPOILED: {
  readonly [name in SchemaName]: { readonly file: string; readonly what: RegExp; readonly by: string };
} = {
  'atom.rng': { file: 'atom.xml', what: /<updated>[^<]*<\/updated>/, by: '' },
  'opml.rng': { file: 'feeds.opml', what: / xmlUrl="[^"]*"/, by: '' },
  'rss.rng': { file: 'feed.xml', what: /<pubDate>\w+, /, by: '<pubDate>Someday, ' },
  'sitemap.xsd': { file: 'sitemap-news.xml', what: /<news:title>[^<]*<\/news:title>/, by: '' },
  'siteindex.xsd': { file: 'sitemap.xml', what: /<lastmod>/, by: '<lastmod>yesterday ' },
};

describe('feeds and sitemaps, by the published rules of their formats', () => {
  for (const schema of Object.keys(SPOILED) as SchemaName[]) {
    it(`follow ${schema}`, async () => {
      const bound = files.filter((known) => known.schema === schema);
      assert.ok(bound.length > 0);
      // The names of categories are Chinese; xmllint wants plain ones.
      const inputs = bound.map(({ contents }, index) => ({ fileName: `${index}.xml`, contents }));
      assert.deepEqual(await findXmlFaults(schema, inputs), []);
    });

    it(`would be found out by ${schema} if they did not`, async () => {
      const { file, what, by } = SPOILED[schema];
      const contents = read(file);
      assert.match(contents, what);
      const faults = await findXmlFaults(schema, [
        { fileName: 'x.xml', contents: contents.replace(what, by) },
      ]);
      assert.notEqual(faults.length, 0);
    });
  }

  it('follow JSON Feed 1.1', () => {
    const feeds = files.filter(({ schema }) => schema === 'json-feed');
    assert.ok(feeds.length > 0);
    for (const { path: file, contents } of feeds) {
      const { error } = jsonFeed.safeParse(JSON.parse(contents));
      assert.equal(error, undefined, `${file}: ${error?.message}`);
    }
    const broken = { ...JSON.parse(feeds[0]!.contents), items: [{ id: '1' }] };
    assert.equal(jsonFeed.safeParse(broken).success, false);
  });
});
