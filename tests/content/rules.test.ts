import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { checkRules } from '../../src/content/check-rules.ts';
import { cleaningRules } from '../../src/content/cleaning-rules.ts';
import { publishingRules } from '../../src/content/publishing-rules.ts';
import { renderRules } from '../../src/content/render-rules.ts';
import { articleRules } from '../../src/content/rules.ts';
import { siteConfigRules } from '../../src/content/site-config-rules.ts';
import { yamlRules } from '../../src/content/yaml-rules.ts';
import { LIMIT_FAULTS, REFUSALS, REMOVALS } from '../../src/html/body-rules.ts';
import { importRules } from '../../src/import/import-rules.ts';
import { linkRules } from '../../src/links/link-rules.ts';

const DOCUMENT = 'docs/rules.md';

const sections = [
  { title: 'Articles', rules: articleRules, language: 'yaml' },
  { title: 'Front matter', rules: yamlRules, language: 'yaml' },
  { title: 'Proposals (npm run check)', rules: checkRules, language: 'markdown' },
  { title: 'Bodies', rules: cleaningRules, language: 'html' },
  { title: 'Files and addresses', rules: publishingRules, language: 'text' },
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

  it('of bodies are those that cleaning knows', () => {
    const errors = Object.keys(cleaningRules).filter(
      (name) => cleaningRules[name as keyof typeof cleaningRules].severity === 'error',
    );
    assert.deepEqual(errors.sort(), [...Object.keys(LIMIT_FAULTS), ...Object.keys(REFUSALS)].sort());
    assert.deepEqual(
      Object.keys(cleaningRules)
        .filter((name) => !errors.includes(name))
        .sort(),
      Object.keys(REMOVALS).sort(),
    );
  });

  it('are all reported somewhere', () => {
    const source = ['check', 'content', 'html', 'site', 'build', 'import', 'links', 'cli']
      .map((room) => `src/${room}`)
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => file.endsWith('.ts') && !file.endsWith('rules.ts'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    // Of an address, the rule is what is wrong with it and what it was asked for as: `${fault}-permalink`.
    const isNamed = (name: string) => {
      const [, fault, wish] = /^(invalid|reserved)-(permalink|alias)$/.exec(name) ?? [];
      return source.includes(`'${name}'`) || (source.includes(`'${fault}'`) && source.includes(`-${wish}\``));
    };
    for (const { rules } of sections) for (const name of Object.keys(rules)) assert.ok(isNamed(name), name);
  });
});
