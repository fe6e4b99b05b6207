import type { Rule } from './rules.ts';

/** Everything that `site.yaml` can be reported for. The build goes on, with the default of what is wrong. */
export const siteConfigRules = Object.freeze({
  'config-syntax': {
    severity: 'error',
    summary: '`site.yaml` is not valid YAML. What can be read of it is used.',
    hint: 'Correct the line; most often a colon, a quote or the indent is wrong.',
    bad: 'title: 城市: 观察',
    good: "title: '城市: 观察'",
  },
  'config-encoding': {
    severity: 'error',
    summary: '`site.yaml` is not UTF-8. What is not ASCII in it can not be read.',
    hint: 'Save the file as UTF-8.',
    bad: 'A site.yaml saved as GBK or UTF-16.',
    good: 'A site.yaml saved as UTF-8.',
  },
  'config-value': {
    severity: 'error',
    summary: 'The value is not one that the key can have. The default is used, or the item is left out.',
    hint: 'Write a value of the kind that is expected, or delete the line.',
    bad: 'pagination:\n  size: many',
    good: 'pagination:\n  size: 24',
  },
  'config-key': {
    severity: 'warning',
    summary: 'The key is not known. It does nothing.',
    hint: 'Correct the spelling, or delete it.',
    bad: 'timezone: Asia/Shanghai',
    good: 'timeZone: Asia/Shanghai',
  },
  'unused-author': {
    severity: 'warning',
    summary:
      'An author is described whom no article names, drafts included. The description is shown nowhere.',
    hint: 'Write the name as the articles do, or delete the entry.',
    bad: 'authors:\n  - name: 沈望书\n    bio: 写城市与它的夜晚。',
    good: 'authors:\n  - name: 沈望舒\n    bio: 写城市与它的夜晚。',
  },
  'config-duplicate-key': {
    severity: 'warning',
    summary: 'The key is there more than once. The last one counts.',
    hint: 'Delete all but one.',
    bad: 'title: 城市\ntitle: 观察',
    good: 'title: 观察',
  },
} as const satisfies Record<string, Rule>);
