import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseSiteConfig } from '../../src/content/parse-site-config.ts';

const aliases = (text: string) => parseSiteConfig(`projects:\n  aliases:\n${text}`, 'site.yaml');
const faults = (text: string) =>
  aliases(text).diagnostics.map(({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`);

describe('projects.aliases of site.yaml', () => {
  it('are none by default', () => {
    assert.equal(parseSiteConfig('', 'site.yaml').config.projects.aliases, undefined);
  });

  it('hold ids in lower case, numbers or text, and a name', () => {
    assert.deepEqual(
      aliases("    - {name: 阿里巴巴, ids: [7133, '0042', AbC]}\n    - ids: [9]\n").config.projects.aliases,
      [{ name: '阿里巴巴', ids: ['7133', '0042', 'abc'] }, { ids: ['9'] }],
    );
  });

  it('have each id once: the second is left out, and reported where it stands', () => {
    const text = '    - ids: [1, a]\n    - ids: [2, A]\n';
    assert.deepEqual(aliases(text).config.projects.aliases, [{ ids: ['1', 'a'] }, { ids: ['2'] }]);
    assert.deepEqual(faults(text), [
      '4:16 config-value "projects.aliases[1].ids[1]" is "A": the id is in this list already.',
    ]);
  });

  it('have ids that can be in a URL', () => {
    assert.match(
      faults('    - ids: [a/b]\n')[0]!,
      /3:13 config-value .* expected an id as in \/projects\/ID\//,
    );
  });

  it('say nothing without ids', () => {
    assert.deepEqual(aliases('    - {name: 阿里巴巴, ids: []}\n').config.projects.aliases, []);
  });
});
