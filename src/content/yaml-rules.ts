import type { Rule } from './rules.ts';

/** Everything that the fences and the YAML of a front matter can be reported for. */
export const yamlRules = Object.freeze({
  'unsupported-front-matter': {
    severity: 'error',
    summary:
      'The front matter names a language other than YAML or JSON. None that runs code is ever read; TOML has to be converted.',
    hint: 'Write it as YAML, between two lines of ---.',
    bad: '---js\n{ title: "一座桥的名字" }\n---',
    good: '---\ntitle: 一座桥的名字\n---',
  },
  'front-matter-too-large': {
    severity: 'error',
    summary: 'The front matter has more than 64 Ki characters, 1,000 keys or 20,000 values.',
    hint: 'Move the text into the body.',
    bad: 'A table of 100,000 rows in the front matter.',
    good: 'The same table in the body.',
  },
  'too-many-aliases': {
    severity: 'error',
    summary: 'The front matter uses more than 100 YAML aliases, or they multiply to more than 20,000 values.',
    hint: 'Write the values out.',
    bad: 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b, … and so on]',
    good: 'a: [x, x]',
  },
  'unclosed-front-matter': {
    severity: 'warning',
    summary: 'The line of --- that ends the front matter is missing. It ends where the keys end.',
    hint: 'Put a line of --- below the last key.',
    bad: '---\ntitle: 一座桥的名字\n\n桥修了三年。',
    good: '---\ntitle: 一座桥的名字\n---\n\n桥修了三年。',
  },
  'missing-fence': {
    severity: 'warning',
    summary: 'The file begins with keys, but not with a line of ---. They are read as front matter.',
    hint: 'Put a line of --- above the first key and one below the last.',
    bad: 'title: 一座桥的名字\ndate: 2024-03-01\n---\n桥修了三年。',
    good: '---\ntitle: 一座桥的名字\ndate: 2024-03-01\n---\n桥修了三年。',
  },
  'no-keys': {
    severity: 'warning',
    summary: 'What stands between the two lines of --- holds no keys. It is published as part of the body.',
    hint: 'Write "key: value" lines, e.g. "title: 一座桥的名字".',
    bad: '---\n一座桥的名字\n---\n桥修了三年。',
    good: '---\ntitle: 一座桥的名字\n---\n桥修了三年。',
  },
  'json-syntax': {
    severity: 'warning',
    summary:
      'The JSON is not quite JSON: a comma too many, a comment, a missing quote. What can be read is kept.',
    hint: 'Correct it, or write YAML.',
    bad: '---json\n{ "title": "一座桥的名字", }\n---',
    good: '---json\n{ "title": "一座桥的名字" }\n---',
  },
  'unbalanced-quotes': {
    severity: 'warning',
    summary:
      'The quotes around the value do not match. They are taken off, and what they hold is read as text.',
    hint: "Put the value in one pair of quotes; inside '…' write '' for an apostrophe.",
    bad: 'title: """一座桥的名字\'"',
    good: "title: '一座桥的名字'",
  },
  'unquoted-text': {
    severity: 'warning',
    summary:
      'The text holds or begins with something that means more to YAML: `: `, `#`, or one of & * ! | > @ % ` [ ] { }. It is read as it is written.',
    hint: "Put the text in quotes: '…'.",
    bad: 'title: 快讯: 大桥通车',
    good: "title: '快讯: 大桥通车'",
  },
  'comment-in-text': {
    severity: 'warning',
    summary: 'To YAML, what follows ` #` is a comment. It is left out of the text.',
    hint: 'Put the text in quotes if the # belongs to it.',
    bad: 'title: 大桥通车 #现场',
    good: "title: '大桥通车 #现场'",
  },
  'broken-line': {
    severity: 'warning',
    summary: 'The value goes on in a line that is not indented. The lines are joined.',
    hint: 'Write the value in one line.',
    bad: 'title: 一座桥\n的名字',
    good: 'title: 一座桥的名字',
  },
  'irregular-key': {
    severity: 'warning',
    summary:
      'The key is indented, or the colon is full-width or has no space behind it. It is read as a key.',
    hint: 'Begin the line with the key, a colon and a space.',
    bad: 'title：一座桥的名字',
    good: 'title: 一座桥的名字',
  },
  'irregular-list': {
    severity: 'warning',
    summary: 'The list is indented by tabs or unevenly, or is not closed. Its items are read.',
    hint: 'Indent each item by two spaces.',
    bad: 'tags:\n\t- 桥梁\n  -交通',
    good: 'tags:\n  - 桥梁\n  - 交通',
  },
  'unreadable-line': {
    severity: 'warning',
    summary: 'The line is neither a key nor part of a value. It is left out.',
    hint: 'Delete it, or move it into the body.',
    bad: 'date: 2024-03-01\n(来自网络)',
    good: 'date: 2024-03-01',
  },
  'duplicate-key': {
    severity: 'warning',
    summary: 'The key is there more than once. The last one counts.',
    hint: 'Delete all but one.',
    bad: 'title: 一座桥\ntitle: 一座桥的名字',
    good: 'title: 一座桥的名字',
  },
} as const satisfies Record<string, Rule>);
