import type { Rule } from './rules.ts';

/**
 * What `npm run check` says of articles that are published as they are: nothing here keeps one from its readers. How
 * serious each is can be set in `site.yaml`. An `info` is for what is usual in scraped articles and seldom worth an edit.
 */
export const checkRules = Object.freeze({
  'category-variant': {
    severity: 'warning',
    summary:
      'Two categories differ only by case, by the width of letters or by spaces. Each gets a page of its own.',
    hint: 'Write the one that is used more, or merge them in site.yaml: "aliases" of the category.',
    bad: 'categories: [新媒体, IT 之家]   # where other articles have [新媒体, IT之家]',
    good: 'categories: [新媒体, IT之家]',
  },
  'category-not-in-tree': {
    severity: 'info',
    summary:
      'site.yaml lists categories at this level, and this is none of them. It is shown behind the others, in a colour that is drawn.',
    hint: 'Correct the name, or list it under "categories" in site.yaml. Where the list is meant to be complete, set the rule to error.',
    bad: 'categories: [新闻媒体]   # where site.yaml lists 新媒体',
    good: 'categories: [新媒体]',
  },
  'duplicate-title': {
    severity: 'warning',
    summary:
      'Another article has the same title, but for case, spaces and punctuation. Readers can not tell them apart in lists.',
    hint: 'Delete one of the articles, or say in the title what is different.',
    bad: 'title: 大桥通车   # where another article is called so too',
    good: 'title: 大桥通车一年',
  },
  'near-duplicate': {
    severity: 'warning',
    summary: 'The text is nearly that of another article: at least four fifths of its phrases are the same.',
    hint: 'Delete one of the two, and give the other its address: aliases: [/p/…/].',
    bad: 'Two files with one story, as two sources tell it.',
    good: 'One file; the other address among its aliases.',
  },
  'missing-thumbnail': {
    severity: 'info',
    summary:
      'There is neither a thumbnail nor a picture in the body that could be one. Cards show a drawing.',
    hint: 'Name a picture: thumbnail: https://… or /media/….',
    bad: 'title: 大桥通车   # and no picture in the body',
    good: 'title: 大桥通车\nthumbnail: /media/bridge.jpg',
  },
  'insecure-image': {
    severity: 'warning',
    summary: 'The picture is loaded by http. Browsers block it in a page that is served by https.',
    hint: 'Write https:// if the host answers to it, or put the file into media/.',
    bad: 'thumbnail: http://img.example.com/bridge.jpg',
    good: 'thumbnail: https://img.example.com/bridge.jpg',
  },
  'skipped-heading-level': {
    severity: 'info',
    summary:
      'A heading is more than one level below the one before. It is published one level below, so that the outline has no hole.',
    hint: 'Use the next level: ## below #, ### below ##.',
    bad: '## 桥\n\n#### 引桥',
    good: '## 桥\n\n### 引桥',
  },
  'empty-link': {
    severity: 'warning',
    summary: 'The link has no text or picture to click on, or leads nowhere. It is not shown as a link.',
    hint: 'Write what it leads to between [ and ], the address between ( and ); or delete it.',
    bad: '[](https://example.com/)，[桥]()',
    good: '[桥](https://example.com/)',
  },
  'bare-url': {
    severity: 'info',
    summary:
      'An address stands in the text as it is. In Markdown it is made a link; in HTML it stays text that can not be clicked.',
    hint: 'Give the link a text: [the report](https://…), or put the address between < and >.',
    bad: '见 https://example.com/report 。',
    good: '见[报告](https://example.com/report)。',
  },
  'broken-internal-link': {
    severity: 'warning',
    summary: 'The link leads to a page of this site that there is not. Readers get the 404 page.',
    hint: 'Correct the address; "npm run build" with --report FILE lists the address of every article.',
    bad: '[桥](/p/brigde/)',
    good: '[桥](/p/bridge/)',
  },
  'broken-internal-anchor': {
    severity: 'warning',
    summary: 'The part of the page that the link leads to (#…) is not there.',
    hint: 'Write # and the text of a heading, with "-" for spaces and punctuation.',
    bad: '[引桥](#yinqiao)\n\n## 引桥',
    good: '[引桥](#引桥)\n\n## 引桥',
  },
  'image-without-alt': {
    severity: 'info',
    summary:
      'The picture has no text for those who do not see it. In HTML, alt="" says that it is but an ornament.',
    hint: 'Say in a few words what it shows: ![the bridge at night](…), or alt="…".',
    bad: '![](/media/bridge.jpg)',
    good: '![夜里的桥](/media/bridge.jpg)',
  },
  'half-width-punctuation': {
    severity: 'info',
    summary: 'Punctuation between Chinese characters is half-width.',
    hint: 'Write ，：；？！（）. "npm run fix" does it.',
    bad: '桥修好了,车来了.',
    good: '桥修好了，车来了。',
  },
  'scraping-leftover': {
    severity: 'warning',
    summary:
      'Something is in the text that a scraper or an editor left there: references that are escaped twice (&amp;#123;), "复制代码" of a code box, a mark such as [TOC], or "_" in a title for a character that file names can not have.',
    hint: 'Write what it stands for, or delete it. "npm run fix" deletes marks and labels, and writes `toc: true` for a mark such as [TOC].',
    bad: 'title: _2022年虫_来了',
    good: 'title: “2022年虫”来了',
  },
} as const satisfies Record<string, Rule>);

/** The name of anything that only `npm run check` finds. */
export type CheckRule = keyof typeof checkRules;
