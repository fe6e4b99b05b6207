import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { renderRules } from '../../src/content/render-rules.ts';
import { articleRules } from '../../src/content/rules.ts';
import { siteConfigRules } from '../../src/content/site-config-rules.ts';
import { yamlRules } from '../../src/content/yaml-rules.ts';

const DOCUMENT = 'docs/rules.md';

const sections = [
  { title: 'Articles', rules: articleRules, language: 'yaml' },
  { title: 'Front matter', rules: yamlRules, language: 'yaml' },
  { title: 'site.yaml', rules: siteConfigRules, language: 'yaml' },
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
    const source = readdirSync('src/content')
      .filter((file) => !file.endsWith('rules.ts'))
      .map((file) => readFileSync(`src/content/${file}`, 'utf8'))
      .join('\n');
    for (const { rules } of sections)
      for (const name of Object.keys(rules)) assert.ok(source.includes(`'${name}'`), name);
  });
});
