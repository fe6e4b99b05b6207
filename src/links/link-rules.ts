import type { Rule } from '../content/rules.ts';

/** What checking the links of a built site can find. */
export const linkRules = Object.freeze({
  'broken-link': {
    severity: 'error',
    summary: 'A link leads to a page of the site that is not there.',
    hint: 'Correct the link, or give the page that took its place the old path under "aliases".',
    bad: '<a href="/p/nothing/">',
    good: '<a href="/p/bridge/">',
  },
  'broken-anchor': {
    severity: 'error',
    summary: 'A link leads to a place in a page that the page does not have.',
    hint: 'Correct what stands behind the #; a heading’s id is in the page’s outline.',
    bad: '[桥](/p/bridge/#nothing)',
    good: '[桥](/p/bridge/#大桥)',
  },
  'missing-asset': {
    severity: 'error',
    summary: 'A picture, script, style sheet or other file that a page loads is not in the site.',
    hint: 'Put the file into content/media/, or correct its address.',
    bad: '![](/media/nothing.jpg)',
    good: '![](/media/bridge.jpg)',
  },
  'missing-slash': {
    severity: 'warning',
    summary:
      'A link leads to a folder by an address without a slash at its end. Hosts send the reader on, which takes time.',
    hint: 'End the address with a slash.',
    bad: '[关于](/about)',
    good: '[关于](/about/)',
  },
  'outside-site': {
    severity: 'warning',
    summary: 'A link leads to this host, but out of the folder that the site is in.',
    hint: 'Begin the address with the path of "url" in site.yaml, or write it in full if it is meant.',
    bad: '<a href="/about/"> (of a site at https://example.com/news/)',
    good: '<a href="/news/about/">',
  },
  'invalid-link': {
    severity: 'error',
    summary: 'What stands there is no address, or one that runs something.',
    hint: 'Write an address that begins with https:// or with a slash.',
    bad: '<a href="http://">',
    good: '<a href="https://example.com/">',
  },
  'dead-link': {
    severity: 'error',
    summary: 'A link leads to another site, which says that there is nothing, or is gone.',
    hint: 'Link to another address, or to a copy at web.archive.org.',
    bad: 'A page that answers 404.',
    good: 'A page that answers 200.',
  },
  'unsure-link': {
    severity: 'warning',
    summary: 'A link leads to another site that does not answer now, or does not answer programs.',
    hint: 'Open it in a browser.',
    bad: 'A page that answers 403, or nothing within ten seconds.',
    good: 'A page that answers 200.',
  },
} as const satisfies Record<string, Rule>);

export type LinkRule = keyof typeof linkRules;
