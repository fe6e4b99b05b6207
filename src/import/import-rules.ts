import type { Rule } from '../content/rules.ts';
import type { Diagnostic } from '../diagnostic.ts';

/** What reading something of another's making can find. An `error` means that something could not be imported. */
export const importRules = Object.freeze({
  'no-feed': {
    severity: 'error',
    summary: 'Nothing in it can be read as a feed.',
    hint: 'Give the address of an RSS, Atom or JSON feed; look for it in the source of the page.',
    bad: 'npm run import -- feed https://news.example.com/',
    good: 'npm run import -- feed https://news.example.com/feed.xml',
  },
  'broken-feed': {
    severity: 'warning',
    summary: 'The feed is not well formed. Its items are read one by one, and mended where they can be.',
    hint: 'Tell its publisher; what could be read is imported.',
    bad: '<rss><channel><item><title>一座桥</item>',
    good: '<rss><channel><item><title>一座桥</title></item></channel></rss>',
  },
  'lost-item': {
    severity: 'error',
    summary: 'An item of a broken feed can not be read at all.',
    hint: 'Look at it in the feed; import it again when the feed is whole.',
    bad: '<item>\u2026',
    good: '<item><title>一座桥</title></item>',
  },
  'damaged-item': {
    severity: 'warning',
    summary: 'An item is cut off or broken. What there is of it makes an article, but replaces none.',
    hint: 'Import the feed again when it is whole.',
    bad: '<item><title>一座桥</title><description>桥修了',
    good: '<item><title>一座桥</title><description>桥修了三年。</description></item>',
  },
  'unread-date': {
    severity: 'warning',
    summary: 'The date of an item can not be read. The time of the import counts.',
    hint: 'Correct the date in the article.',
    bad: '<pubDate>yesterday</pubDate>',
    good: '<pubDate>Fri, 01 Mar 2024 08:00:00 GMT</pubDate>',
  },
  'cut-connection': {
    severity: 'warning',
    summary: 'The connection broke off before the end of the feed.',
    hint: 'Import it again; what came is imported.',
    bad: 'A feed of which half arrives.',
    good: 'A feed that arrives whole.',
  },
  'cut-export': {
    severity: 'error',
    summary: 'The file of an export ends before the export does. What is there is imported.',
    hint: 'Export again, year by year if the server gives up on all at once, and import that too: nothing is doubled.',
    bad: '<rss><channel>…<item><title>一座桥',
    good: '<rss><channel>…<item><title>一座桥</title>…</item></channel></rss>',
  },
  'moved-feed': {
    severity: 'warning',
    summary: 'The feed has moved to another address for good.',
    hint: 'Write the new address into site.yaml.',
    bad: 'url: http://news.example.com/rss',
    good: 'url: https://news.example.com/feed.xml',
  },
  'unreachable-feed': {
    severity: 'error',
    summary: 'There is no answer that can be used: no connection, an error, too much or too late.',
    hint: 'Try the address in a browser; private addresses need --allow-private.',
    bad: 'npm run import -- feed http://127.0.0.1/feed.xml',
    good: 'npm run import -- feed https://news.example.com/feed.xml',
  },
  'unknown-permalink': {
    severity: 'warning',
    summary:
      'The old address of a post can not be told: the permalink pattern asks for something that it does not say.',
    hint: 'Add "permalink: /the/old/address/" to the article, if it was published.',
    bad: 'permalink: :id/',
    good: 'permalink: :year/:month/:day/:title/',
  },
  'unknown-tag': {
    severity: 'warning',
    summary:
      'A tag of a plugin or theme. To Broadsheet no body is a template: readers would see it as it stands.',
    hint: 'Replace it by what it stands for.',
    bad: '{% note info %}桥{% endnote %}',
    good: '> 桥',
  },
  'lost-redirect': {
    severity: 'warning',
    summary: 'A redirect leads to something that was not imported.',
    hint: 'Add its old path to "aliases" of the article that took its place.',
    bad: '/old/ /nowhere/',
    good: '/old/ /2024/03/01/bridge/',
  },
  'held-back': {
    severity: 'warning',
    summary: 'Not everybody was to see it (a password, a hidden or private post). It is imported as a draft.',
    hint: 'Delete the line "draft: true" to publish it for all.',
    bad: 'password: abc',
    good: 'draft: true',
  },
  'skipped-file': {
    severity: 'warning',
    summary:
      'A file that is not imported: the site makes such a page itself, or it is neither text nor a picture.',
    hint: 'Bring it over by hand if it is missed.',
    bad: 'source/tags/index.md',
    good: 'source/about/index.md',
  },
  'kept-as-it-was': {
    severity: 'warning',
    summary: 'The front matter can not be edited safely. The file is copied as it is.',
    hint: 'Rewrite the front matter as YAML, and add what the message names.',
    bad: ';;;\n"title": "一座桥"\n;;;',
    good: '---\ntitle: 一座桥\n---',
  },
} as const satisfies Record<string, Rule>);

export type ImportRule = keyof typeof importRules;

/** A diagnostic of a rule. */
export function reportImport(
  rule: ImportRule,
  file: string,
  place: { readonly line: number; readonly column: number },
  message: string,
): Diagnostic {
  const { severity, hint }: Rule = importRules[rule];
  return { file, line: place.line, column: place.column, severity, rule, message, hint };
}
