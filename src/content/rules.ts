import type { Severity } from '../diagnostic.ts';

/** One thing that reading an article can find. The name is its key in the table, and permanent. */
export interface Rule {
  /** An `error` quarantines the article; a `warning` publishes it, repaired; an `info` is only a proposal. */
  readonly severity: Severity;
  /** What is found and what is done about it, in one or two sentences. */
  readonly summary: string;
  /** What the author can do about it, one sentence. It ends each diagnostic of the rule. */
  readonly hint: string;
  /** As it would stand in a file. */
  readonly bad: string;
  readonly good: string;
}

/** Everything that reading an article can find, but for what the front matter's YAML looks like: see `yaml-rules.ts`. */
export const articleRules = Object.freeze({
  'file-too-large': {
    severity: 'error',
    summary: 'The file has more bytes than `limits.fileBytes` of `site.yaml` allows.',
    hint: 'Split the article, or raise limits.fileBytes in site.yaml.',
    bad: 'A file of 40 MiB.',
    good: 'An article, with its pictures in files of their own.',
  },
  'empty-file': {
    severity: 'error',
    summary: 'The file holds nothing but white space.',
    hint: 'Write the article, or delete the file.',
    bad: 'A file of no bytes.',
    good: '---\ntitle: 一座桥的名字\ndate: 2024-03-01\n---\n桥修了三年。',
  },
  'not-text': {
    severity: 'error',
    summary: 'The file is not text: a picture or an archive that was named like an article.',
    hint: 'Give the file the extension of what it is, or save the article as UTF-8 text.',
    bad: 'A JPEG picture named `bridge.md`.',
    good: 'UTF-8 text.',
  },
  'utf-16': {
    severity: 'warning',
    summary: 'The file is encoded in UTF-16. It is read as that.',
    hint: 'Save it as UTF-8.',
    bad: 'A file saved by an editor as "Unicode".',
    good: 'The same file saved as UTF-8.',
  },
  'legacy-encoding': {
    severity: 'warning',
    summary: 'The file is not UTF-8, but reads well as GB 18030 (GBK, GB 2312). It is read as that.',
    hint: 'Save it as UTF-8.',
    bad: 'A file saved by an editor as "ANSI" on a Chinese system.',
    good: 'The same file saved as UTF-8.',
  },
  'invalid-utf8': {
    severity: 'warning',
    summary: 'Some bytes are not UTF-8. Each is shown as U+FFFD (�).',
    hint: 'Save the file as UTF-8 and put the missing characters in.',
    bad: 'The byte C3 at the end of a line.',
    good: 'é',
  },
  'missing-title': {
    severity: 'warning',
    summary: 'There is no title, or an empty one. The name of the file is taken.',
    hint: 'Add a line such as "title: 一座桥的名字" to the front matter.',
    bad: "title: ''",
    good: 'title: 一座桥的名字',
  },
  'long-title': {
    severity: 'warning',
    summary: 'The title has more than 500 characters; it is published as it is.',
    hint: 'Shorten the title: the rest may belong to the excerpt.',
    bad: 'title: (a whole paragraph)',
    good: 'title: 一座桥的名字',
  },
  'missing-date': {
    severity: 'error',
    summary: 'No date can be told: not from the front matter, the name of the file, git or the file system.',
    hint: 'Add a line such as "date: 2024-03-01 08:00" to the front matter.',
    bad: 'title: 一座桥的名字',
    good: 'title: 一座桥的名字\ndate: 2024-03-01 08:00',
  },
  'guessed-date': {
    severity: 'warning',
    summary: 'No date is given. That of the file (from git, or its modification time) is taken.',
    hint: 'Add a line such as "date: 2024-03-01 08:00" to the front matter.',
    bad: 'title: 一座桥的名字',
    good: 'title: 一座桥的名字\ndate: 2024-03-01 08:00',
  },
  'placeholder-date': {
    severity: 'warning',
    summary: 'The date says that there was none where it came from. It counts as missing.',
    hint: 'Give the date, e.g. "date: 2024-03-01 08:00", or delete the line.',
    bad: 'date: Invalid Date',
    good: 'date: 2024-03-01 08:00',
  },
  'invalid-date': {
    severity: 'error',
    summary: 'The date can not be read, or does not exist. It is never taken for another day.',
    hint: 'Write it as 2024-03-01, 2024-03-01 08:00, 2024-03-01T08:00:00+08:00 or "Fri, 01 Mar 2024 00:00:00 GMT".',
    bad: 'date: 2024-02-31',
    good: 'date: 2024-02-29',
  },
  'invalid-updated': {
    severity: 'warning',
    summary:
      'The date of the last change can not be read, does not exist, or is before `date`. It is left out.',
    hint: 'Write it like `date`, or delete the line.',
    bad: 'date: 2024-03-01\nupdated: 2023-03-01',
    good: 'date: 2024-03-01\nupdated: 2024-03-02',
  },
  'weekday-mismatch': {
    severity: 'warning',
    summary: 'The day of the week is not that of the date. The date is believed.',
    hint: 'Correct whichever is wrong.',
    bad: 'date: Mon, 01 Mar 2024 08:00:00 GMT',
    good: 'date: Fri, 01 Mar 2024 08:00:00 GMT',
  },
  'ambiguous-zone': {
    severity: 'warning',
    summary: 'The abbreviation of the time zone means several, or none. It is read as RFC 2822 says.',
    hint: 'Write the offset, e.g. +0800.',
    bad: 'date: Fri, 01 Mar 2024 08:00:00 CST',
    good: 'date: Fri, 01 Mar 2024 08:00:00 +0800',
  },
  'nonexistent-time': {
    severity: 'warning',
    summary: 'Clocks skipped this time of the day when summer time began. The time after the skip is taken.',
    hint: 'Correct the hour, or write the offset.',
    bad: 'date: 2024-03-10 02:30 (where the site is in America/New_York)',
    good: 'date: 2024-03-10 03:30',
  },
  'empty-name': {
    severity: 'warning',
    summary: 'A category, tag or author without a name is left out.',
    hint: 'Name it, or delete the line.',
    bad: 'categories:\n  - 城市\n  -',
    good: 'categories:\n  - 城市',
  },
  'leading-dash': {
    severity: 'warning',
    summary: 'A dash in front of a category is left out.',
    hint: 'Delete the dash.',
    bad: 'categories:\n  - 城市\n  - — 交通',
    good: 'categories:\n  - 城市\n  - 交通',
  },
  'too-many-values': {
    severity: 'error',
    summary:
      'More than an article can sensibly have: categories over 16 deep or 200 characters, 64 category paths, 256 tags, 64 authors or 256 aliases.',
    hint: 'Keep those that matter.',
    bad: 'tags: [a, b, … and a thousand more]',
    good: 'tags: [桥梁, 交通]',
  },
  'wrong-type': {
    severity: 'warning',
    summary:
      'The value is of a kind that the key can not have. What can be read of it is kept; the rest is left out.',
    hint: 'See docs/rules.md for an example.',
    bad: 'title: [一座桥, 的名字]\ncomments: perhaps',
    good: "title: '[一座桥, 的名字]'\ncomments: false",
  },
  'html-entity': {
    severity: 'warning',
    summary: 'The text holds HTML character references. They are replaced by the characters.',
    hint: 'Write the characters themselves.',
    bad: 'title: 用 &#123;&#125; 表示 &amp; 其他',
    good: 'title: 用 {} 表示 & 其他',
  },
  'hidden-character': {
    severity: 'warning',
    summary:
      'The text holds characters that do not show but act: control characters, halves of characters, or overrides of the writing direction. They are removed.',
    hint: 'Delete them; an editor that shows invisible characters finds them.',
    bad: 'title: "gpj.\\u202Eexe"',
    good: 'title: gpj.exe',
  },
  'invalid-url': {
    severity: 'warning',
    summary:
      'The address is not one that a page may use: http(s), or for pictures a path of the site that begins with "/". It is left out.',
    hint: 'Write an absolute address that begins with https://.',
    bad: 'thumbnail: javascript:alert(1)',
    good: 'thumbnail: https://img.example.com/bridge.jpg',
  },
  'invalid-language': {
    severity: 'warning',
    summary: "It is not a language tag (BCP 47). The site's language is taken.",
    hint: 'Write a tag such as zh-CN, zh-Hant or en.',
    bad: 'lang: 中文',
    good: 'lang: zh-CN',
  },
  'unknown-key': {
    severity: 'warning',
    summary: 'The key is not known, but looks like one that is. It is kept as data and steers nothing.',
    hint: 'Correct the spelling, or ignore this if the key is meant.',
    bad: 'catagories: [城市]',
    good: 'categories: [城市]',
  },
  'key-spelling': {
    severity: 'warning',
    summary: 'The key is a known one in other letters. It is read as that.',
    hint: 'Write it in small letters.',
    bad: 'Title: 一座桥的名字',
    good: 'title: 一座桥的名字',
  },
  'reserved-key': {
    severity: 'warning',
    summary: 'The key means something to JavaScript. It is left out.',
    hint: 'Rename it.',
    bad: '__proto__: {a: 1}',
    good: 'prototype_number: 1',
  },
  'deep-data': {
    severity: 'warning',
    summary: 'Data of an unknown key is nested more than 16 deep. It is left out.',
    hint: 'Flatten it, or delete it.',
    bad: 'extra: [[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]',
    good: 'extra: [1]',
  },
  'empty-body': {
    severity: 'warning',
    summary: 'There is nothing after the front matter. The article is published with its title alone.',
    hint: 'Write the article below the closing ---.',
    bad: '---\ntitle: 一座桥的名字\n---',
    good: '---\ntitle: 一座桥的名字\n---\n桥修了三年。',
  },
  'more-warnings': {
    severity: 'warning',
    summary: 'The article has more than 100 warnings; the others are not listed.',
    hint: 'Repair the ones that are listed first.',
    bad: 'A front matter with a hundred faults.',
    good: 'A front matter without.',
  },
} as const satisfies Record<string, Rule>);
