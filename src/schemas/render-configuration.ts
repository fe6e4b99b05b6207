import type { JsonValue } from '../content/article.ts';
import { checkRules } from '../content/check-rules.ts';
import type { SiteConfigInput } from '../content/site-config-schema.ts';
import type { JsonSchema } from './article-schema.ts';
import { makeSiteSchema } from './site-schema.ts';

/** What each key of the top level looks like in a file. Each is a sound `site.yaml` of its own. */
export const siteExamples: Readonly<Record<keyof SiteConfigInput, string>> = Object.freeze({
  title: 'title: 城市观察',
  description: 'description: 一座城的新闻，每天早上。',
  url: 'url: https://news.example.com/',
  language: 'language: zh-CN',
  timeZone: 'timeZone: Asia/Shanghai',
  permalink: 'permalink: /:year/:month/:day/:title/',
  theme: "theme:\n  appearance: system\n  accent: '#0b57d0'\n  typeface: serif",
  sources:
    "sources:\n  - host: 36kr.com\n    drop: [.share-box, aside]\n    dropText: [本文来自*, '*，未经许可不得转载。']\n    dropImages: [ads.example.com]\n  - path: 新媒体/试抓\n    publish: false",
  author: 'author: 城市观察编辑部',
  menu: 'menu:\n  - { title: 城市, url: /categories/城市/ }\n  - { title: 归档, url: /archives/ }',
  footer: 'footer:\n  - { title: 关于, url: /about/ }',
  categories:
    "categories:\n  - path: 新媒体/36kr\n    order: 1\n    color: '#b3261e'\n    description: 公司与产品。\n    # Articles filed under 新媒体/36氪 appear here.\n    aliases: [新媒体/36氪]\n  - path: [城市, 交通/道路]",
  authors:
    'authors:\n  - name: 沈望舒\n    portrait: /media/shen.jpg\n    bio: 写城市与它的夜晚。\n    url: https://shen.example.com/',
  projects:
    "projects:\n  links: internal\n  always: [云杉优选]\n  ignore: [一起, 绽放]\n  aliases:\n    - { name: 云杉优选, ids: [1001, '0042'] }",
  pagination: 'pagination:\n  size: 20',
  paragraphs: 'paragraphs: indented',
  shareImages: 'shareImages:\n  articles: 60',
  excerpt: 'excerpt:\n  length: 100',
  feeds:
    'feeds:\n  size: 30\n  fullText: true\n  sources:\n    - url: https://news.example.com/feed.xml\n      category: 新媒体/晨报/资讯',
  embeds: 'embeds:\n  hosts: [player.bilibili.com, www.youtube-nocookie.com]',
  check:
    'check:\n  rules:\n    image-without-alt: warning\n    missing-thumbnail: off\n    broken-internal-link: error',
  admin: 'admin:\n  repo: example/news\n  branch: main',
  limits: 'limits:\n  images: 500\n  articleMs: 60000',
  hosts: 'hosts:\n  - cloudflare-pages\n  - { name: 我们的主机, siteBytes: 5000000000, files: 200000 }',
});

const INTRODUCTION = `\`content/site.yaml\` says what the site is called, where it lives and how it is arranged. Every key may be left out; a
folder of articles without the file is a site. A value that is wrong costs its key only: \`npm run check\` names it with line and
column, and the default takes its place.

With \`# yaml-language-server: $schema=../schemas/site.schema.json\` as its first line, VS Code (with the YAML extension), Neovim and
others complete the keys and underline what is wrong.

This page is generated from the schema that checks the file: \`npm run schemas\` writes it.`;

/** The reference of `site.yaml` (`docs/configuration.md`), in Markdown. */
export function renderConfiguration(): string {
  const keys = propertiesOf(makeSiteSchema());
  const sections = keys.flatMap(([key, schema]) => [
    `## \`${key}\``,
    describe(schema),
    ...renderRows(rowsBelow(schema)),
    `\`\`\`yaml\n${siteExamples[key as keyof typeof siteExamples]}\n\`\`\``,
  ]);
  const index = keys.map(([key]) => `[\`${key}\`](#${key.toLowerCase()})`).join(' · ');
  return `${['# Configuration', INTRODUCTION, index, ...sections].join('\n\n')}\n`;
}

interface Row {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

function propertiesOf(schema: JsonSchema): readonly (readonly [string, JsonSchema])[] {
  return isSchema(schema.properties) ? (Object.entries(schema.properties) as [string, JsonSchema][]) : [];
}

/** Keys in a map, or in the maps of a list: `categories[].path`. */
function rowsBelow(schema: JsonSchema, prefix = ''): readonly Row[] {
  const inner = isSchema(schema.items) ? schema.items : schema;
  const dot = inner === schema ? prefix : `${prefix}[]`;
  const required = Array.isArray(inner.required) ? inner.required : [];
  const properties = propertiesOf(inner);
  if (isRuleList(properties)) return [];
  return properties.flatMap(([key, property]) => {
    const name = `${dot}${dot === '' ? '' : '.'}${key}`;
    return [{ name, schema: property, isRequired: required.includes(key) }, ...rowsBelow(property, name)];
  });
}

/** Keys that are rules, which docs/rules.md tells of. */
function isRuleList(properties: readonly (readonly [string, JsonSchema])[]): boolean {
  return properties.some(([key]) => key in checkRules);
}

function renderRows(rows: readonly Row[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map(({ name, schema, isRequired }) => {
    const need = isRequired ? ' Required.' : '';
    return `| \`${name.replace(/^\[\]\./, '')}\` | ${typeOf(schema)} | ${cell(textOf(schema))}${need} |`;
  });
  return [['| key | value | meaning |', '|---|---|---|', ...lines].join('\n')];
}

/** A sentence with what kind of value it is. */
function describe(schema: JsonSchema): string {
  const type = typeOf(schema);
  return `${textOf(schema)}${type === 'map' ? '' : ` *(${type})*`}`;
}

function textOf(schema: JsonSchema): string {
  return typeof schema.description === 'string' ? schema.description : '';
}

/** A bar would end the cell. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

/** What kind of value a schema lets pass, in a few words. */
function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${String(value)}\``).join(' or ');
  if (Array.isArray(schema.anyOf))
    return [...new Set((schema.anyOf as JsonSchema[]).map(typeOf))].join(' or ');
  switch (schema.type) {
    case 'array':
      return `list${isSchema(schema.items) ? ` of ${plural(typeOf(schema.items))}` : ''}`;
    case 'object':
      return 'map';
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `whole number${rangeOf(schema)}`;
    default:
      return 'text';
  }
}

function rangeOf({ minimum, maximum }: JsonSchema): string {
  if (typeof minimum === 'number' && typeof maximum === 'number') return `, ${minimum} to ${maximum}`;
  return typeof minimum === 'number' ? `, at least ${minimum}` : '';
}

function plural(type: string): string {
  return type
    .split(' or ')
    .map((one) =>
      one === 'text'
        ? 'texts'
        : /^whole number/.test(one)
          ? 'whole numbers'
          : one.replace(/^(map|list)/, '$1s'),
    )
    .join(' or ');
}

function isSchema(value: JsonValue | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
