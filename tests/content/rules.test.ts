import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { renderRules } from '../../src/content/render-rules.ts';
import { articleRules } from '../../src/content/rules.ts';
import { siteConfigRules } from '../../src/content/site-config-rules.ts';
import { yamlRules } from '../../src/content/yaml-rules.ts';
import { importRules } from '../../src/import/import-rules.ts';
import { linkRules } from '../../src/links/link-rules.ts';

const DOCUMENT = 'docs/rules.md';

const sections = [
  { title: 'Articles', rules: articleRules, language: 'yaml' },
  { title: 'Front matter', rules: yamlRules, language: 'yaml' },
  { title: 'site.yaml', rules: siteConfigRules, language: 'yaml' },
  { title: 'Links (npm run links)', rules: linkRules, language: 'html' },
  { title: 'Imports (npm run import)', rules: importRules, language: 'text' },
];

describe('rules', () => {
  it('are documented in docs/rules.md as they are in the tables', () => {
    const expected = renderRules(sections);
    if (process.env.UPDATE_DOCS === '1') writeFileSync(DOCUMENT, expected);
    assert.equal(readFileSync(DOCUMENT, 'utf8'), expected);
  });

  it('have names of their own, in kebab-case', () => {
    const names = sections.flatMap(({ rules }) => Object.keys(rules));
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it('are all reported somewhere', () => {
    const source = ['src/content', 'src/import', 'src/links', 'src/cli']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => file.endsWith('.ts') && !file.endsWith('rules.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    for (const { rules } of sections)
      for (const name of Object.keys(rules)) assert.ok(source.includes(`'${name}'`), name);
  });
});
