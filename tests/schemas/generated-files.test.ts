import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { formatDiagnostic } from '../../src/cli/format-diagnostic.ts';
import type { JsonValue } from '../../src/content/article.ts';
import { articleKeyGuide } from '../../src/content/article-key-guide.ts';
import { articleKeyNames } from '../../src/content/article-keys.ts';
import { parseArticle } from '../../src/content/parse-article.ts';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';
import { siteConfigSchema } from '../../src/content/site-config-schema.ts';
import { splitFrontMatter } from '../../src/content/split-front-matter.ts';
import { type JsonSchema, makeArticleSchema } from '../../src/schemas/article-schema.ts';
import { makeArticleSnippets } from '../../src/schemas/article-snippets.ts';
import { listGeneratedFiles } from '../../src/schemas/generated-files.ts';
import { siteExamples } from '../../src/schemas/render-configuration.ts';
import { makeSiteSchema } from '../../src/schemas/site-schema.ts';

/** Whether a value fits a JSON Schema, by zod's own reading of it. */
function fits(schema: JsonSchema, value: unknown): boolean {
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value).success;
}

function readArticle(frontMatter: string) {
  const bytes = Buffer.from(`---\n${frontMatter}\n---\n正文\n`);
  return parseArticle(
    { path: 'a.md', file: 'a.md', bytes, fallbackDate: 0 },
    { timeZone: 'UTC', limits: { fileBytes: 10_000 } },
  );
}

describe('generated files', () => {
  for (const { path: file, text } of listGeneratedFiles())
    it(`${file} is up to date (npm run schemas writes it)`, () => {
      if (process.env.UPDATE_DOCS === '1') writeFileSync(file, text);
      assert.equal(readFileSync(file, 'utf8'), text);
    });
});

describe('the schema of site.yaml', () => {
  const schema = makeSiteSchema();

  it('describes every key, at any depth', () => {
    const undescribed: string[] = [];
    const visit = (value: JsonValue, name: string): void => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
      const { properties, items } = value as JsonSchema;
      for (const [key, inner] of Object.entries((properties ?? {}) as JsonSchema)) {
        if (typeof (inner as JsonSchema).description !== 'string') undescribed.push(`${name}.${key}`);
        visit(inner, `${name}.${key}`);
      }
      if (items !== undefined) visit(items, `${name}[]`);
    };
    visit(schema, '');
    assert.deepEqual(undescribed, []);
  });

  it('accepts what the site accepts, and refuses what it refuses', () => {
    const good = [
      '{}',
      'title: a',
      'menu: [{title: a, url: /b/}]',
      "categories: [{path: a/b, color: '#B3261E'}]",
      'feeds: {sources: [{url: https://a.example/f}]}',
    ];
    const bad = [
      'titel: a',
      'title: [a]',
      'menu: [{title: a}]',
      'categories: [{path: a, color: red}]',
      'pagination: {size: 0}',
      'url: /news/',
      'menu: [{title: a, url: "javascript:x"}]',
      'feeds: {sources: [{url: /f}]}',
    ];
    for (const [examples, expected] of [
      [good, true],
      [bad, false],
    ] as const)
      for (const yaml of examples) {
        assert.equal(parseSiteConfig(yaml, 'site.yaml').diagnostics.length === 0, expected, yaml);
        assert.equal(fits(schema, parse(yaml)), expected, yaml);
      }
  });

  it('accepts the site that is beside it', () => {
    assert.ok(fits(schema, parse(readFileSync('content/site.yaml', 'utf8'))));
  });

  it('has an example for every key, each a sound file', () => {
    assert.deepEqual(Object.keys(siteExamples).sort(), Object.keys(siteConfigSchema.shape).sort());
    for (const [key, yaml] of Object.entries(siteExamples)) {
      assert.deepEqual(parseSiteConfig(yaml, 'site.yaml').diagnostics, [], key);
      assert.ok(fits(schema, parse(yaml)), key);
      assert.deepEqual(Object.keys(parse(yaml) as object), [key]);
    }
  });
});

describe('the schema of the front matter', () => {
  const schema = makeArticleSchema();

  it('knows every key and every other name of one', () => {
    assert.deepEqual(Object.keys(schema.properties as object).sort(), [...articleKeyNames].sort());
  });

  it('has a sound example for every key', () => {
    for (const [key, { example }] of Object.entries(articleKeyGuide)) {
      const frontMatter = `title: a\ndate: 2024-01-01\n${key === 'title' || key === 'date' ? '' : `${key}: ${example}`}`;
      const parsed = readArticle(frontMatter);
      assert.ok(parsed.ok, key);
      assert.deepEqual(parsed.diagnostics, [], key);
      assert.ok(fits(schema, parse(`${key}: ${example}`)), key);
    }
  });

  it('refuses what check finds wrong', () => {
    for (const yaml of [
      'thumbnail: javascript:x',
      'source: /a',
      'draft: perhaps',
      'lang: 中文',
      'categories: {a: b}',
      'toc: []',
      'permalink: {a: b}',
    ]) {
      assert.notDeepEqual(readArticle(`title: a\ndate: 2024-01-01\n${yaml}`).diagnostics, [], yaml);
      assert.ok(!fits(schema, parse(yaml)), yaml);
    }
  });

  it('accepts the articles that are beside it', () => {
    const root = 'content/articles';
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    assert.ok(files.length > 0);
    for (const file of files) {
      const text = readFileSync(path.join(root, file), 'utf8');
      const block = splitFrontMatter(text);
      if (block.kind !== 'front-matter' || !readSound(text)) continue;
      assert.ok(fits(schema, parse(text.slice(block.start, block.end))), file);
    }
  });
});

/** Whether a sample is as an author should write it: some show what is repaired. */
function readSound(text: string): boolean {
  const parsed = parseArticle(
    { path: 'a.md', file: 'a.md', bytes: Buffer.from(text), fallbackDate: 0 },
    { timeZone: 'UTC', limits: { fileBytes: 1e7 } },
  );
  return parsed.ok && parsed.diagnostics.length === 0;
}

describe('the snippets', () => {
  it('write a front matter that is sound', () => {
    for (const { body } of Object.values(makeArticleSnippets())) {
      const text = body
        .join('\n')
        .replace(
          /\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE \$CURRENT_HOUR:\$CURRENT_MINUTE/,
          '2024-03-01 08:00',
        )
        .replace(
          /\$\{\d+\|([^,|]*),[^|]*\|\}|\$\{\d+:((?:\\.|[^}])*)\}|\$\d/g,
          (_, choice?: string, inner?: string) => choice ?? inner ?? '',
        );
      const frontMatter = text.replace(/^---\n|---\n\n$/g, '').trim();
      const date = /^date:/m.test(frontMatter) ? '' : '\ndate: 2024-01-01';
      const title = /^title:/m.test(frontMatter) ? '' : '\ntitle: a';
      const parsed = readArticle(frontMatter + date + title);
      assert.ok(
        parsed.ok && parsed.diagnostics.length === 0,
        `${text}: ${JSON.stringify(parsed.diagnostics)}`,
      );
    }
  });
});

describe('the editor’s settings', () => {
  /** VS Code's JSON may have comments. */
  const read = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(`.vscode/${file}`, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as Record<
      string,
      unknown
    >;

  it('name schemas that are there, and files that exist', () => {
    const schemas = read('settings.json')['yaml.schemas'] as Record<string, readonly string[]>;
    for (const [schema, [first]] of Object.entries(schemas))
      assert.ok(existsSync(schema) && existsSync(first!), schema);
    const named = /^# yaml-language-server: \$schema=(\S+)\n/.exec(
      readFileSync('content/site.yaml', 'utf8'),
    )?.[1];
    assert.ok(existsSync(path.join('content', named ?? '')), named);
  });

  it('underline what check prints', () => {
    const [check] = read('tasks.json').tasks as readonly {
      problemMatcher: { pattern: { regexp: string } };
    }[];
    const { regexp } = check!.problemMatcher.pattern;
    const line = formatDiagnostic(
      {
        file: 'content/articles/新 媒体/a.md',
        line: 3,
        column: 7,
        severity: 'warning',
        rule: 'missing-title',
        message: 'a: b',
        hint: 'c',
      },
      { format: 'pretty' },
    ).split('\n')[0]!;
    assert.deepEqual(new RegExp(regexp).exec(line)?.slice(1), [
      'content/articles/新 媒体/a.md',
      '3',
      '7',
      'warning',
      'missing-title',
      'a: b',
    ]);
  });
});
