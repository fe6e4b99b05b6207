import type { Rule } from './rules.ts';

/** Everything that finding the files and giving them their addresses can be reported for, as it is documented. */
export const publishingRules = Object.freeze({
  'special-file': {
    severity: 'error',
    summary: 'What is named like an article is not a regular file: a folder, a pipe, a device.',
    hint: 'Replace it by a file with the text.',
    bad: 'mkfifo content/articles/bridge.md',
    good: 'content/articles/bridge.md is a file.',
  },
  'link-leads-out': {
    severity: 'error',
    summary: 'A symbolic link leads out of the content folder. What lies there is not published.',
    hint: 'Put the file itself here.',
    bad: 'ln -s /etc/hosts content/articles/bridge.md',
    good: 'cp ~/bridge.md content/articles/',
  },
  'dangling-link': {
    severity: 'error',
    summary: 'A symbolic link leads nowhere.',
    hint: 'Put the file itself here.',
    bad: 'ln -s no-such-file.md content/articles/bridge.md',
    good: 'cp ~/bridge.md content/articles/',
  },
  'unreadable-file': {
    severity: 'error',
    summary: 'The system does not let the file or folder be read.',
    hint: 'Check its permissions.',
    bad: 'chmod 000 content/articles/bridge.md',
    good: 'chmod 644 content/articles/bridge.md',
  },
  'unsafe-svg': {
    severity: 'error',
    summary:
      'A drawing in media/ contains something that could run in the name of the site, or load from elsewhere.',
    hint: 'Export it as plain SVG, or as PNG.',
    bad: '<svg><script>go()</script></svg>',
    good: '<svg><path d="M0 0h9v9z"/></svg>',
  },
  'many-redirects': {
    severity: 'warning',
    summary:
      'There are more aliases than Cloudflare Pages, which `hosts` names, reads redirects of `_redirects`. The first 2,000 are redirects, the others pages that lead on.',
    hint: 'Readers get there all the same; Bulk Redirects of Cloudflare take more.',
    bad: '3,000 articles with an alias each.',
    good: 'Aliases for addresses that are still asked for.',
  },
  'long-policy-header': {
    severity: 'warning',
    summary:
      'With all hosts of `embeds.hosts`, the Content-Security-Policy would be a line of `_headers` that is longer than hosts read. It is in each page only.',
    hint: 'Name fewer hosts to have it in the headers as well.',
    bad: 'embeds: { hosts: [a hundred hosts] }',
    good: 'embeds: { hosts: [www.youtube-nocookie.com, player.bilibili.com] }',
  },
  'article-too-slow': {
    severity: 'error',
    summary:
      'Reading the article took longer than `limits.articleMs` of `site.yaml` allows, and was stopped.',
    hint: 'Simplify its body, or raise the limit.',
    bad: 'A body that was made to be slow.',
    good: 'A body of paragraphs.',
  },
  'article-too-heavy': {
    severity: 'error',
    summary: 'The process that read the article died: most often of the memory that the article took.',
    hint: 'Shorten or simplify its body, or raise `limits.workerMegabytes` in site.yaml.',
    bad: 'A body of a hundred million elements.',
    good: 'A body of paragraphs.',
  },
  'store-lost': {
    severity: 'error',
    summary: 'What was remembered of the article is gone from the store.',
    hint: 'Build again with --clean.',
    bad: 'A file of .cache that was deleted during a build.',
    good: '.cache is left to the builds.',
  },
  'unknown-fault': {
    severity: 'error',
    summary: 'The article could not be read, and nothing says why.',
    hint: 'Please report it.',
    bad: 'No known file.',
    good: 'Any other.',
  },
  'invalid-permalink': {
    severity: 'warning',
    summary: 'The address that the article asks for can not be one. It gets the one that it had without.',
    hint: 'Write a path of the site: it begins with "/", and has no "..", no control characters and at most 1,000 bytes.',
    bad: 'permalink: /../outside.html',
    good: 'permalink: /2024/bridge/',
  },
  'reserved-permalink': {
    severity: 'warning',
    summary: 'The address that the article asks for is one of the site’s own: the home page, lists, feeds.',
    hint: 'Write another one.',
    bad: 'permalink: /search/',
    good: 'permalink: /2024/search/',
  },
  'taken-permalink': {
    severity: 'warning',
    summary:
      'Another article asks for the same address, and was published earlier. This one gets the one that it had without.',
    hint: 'Write another one.',
    bad: 'slug: bridge   # in two articles',
    good: 'slug: bridge-2',
  },
  'invalid-alias': {
    severity: 'warning',
    summary: 'The old address can not be one. It is left out.',
    hint: 'Write a path of the site: it begins with "/".',
    bad: 'aliases: [/../old.html]',
    good: 'aliases: [/2023/old.html]',
  },
  'reserved-alias': {
    severity: 'warning',
    summary: 'The old address is one of the site’s own. It is left out.',
    hint: 'Write another one, or delete it.',
    bad: 'aliases: [/]',
    good: 'aliases: [/2023/old.html]',
  },
  'taken-alias': {
    severity: 'warning',
    summary: 'The old address is the address, or an old address, of another page. It is left out.',
    hint: 'Delete it in one of the two.',
    bad: 'aliases: [/p/bridge/]   # where another article is at /p/bridge/',
    good: 'aliases: [/2023/old.html]',
  },
  'unknown-project': {
    severity: 'warning',
    summary: 'The article names a project by an id that no source has. The name becomes text.',
    hint: '`npm run projects -- list` names those there are.',
    bad: '[云杉优选](project:7313)',
    good: '[云杉优选](project:7133)',
  },
} as const satisfies Record<string, Rule>);
