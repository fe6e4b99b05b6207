import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkRules } from '../../src/content/check-rules.ts';
import { checkBody, checkFile } from './check-text.ts';

const html = (body: string) => checkBody(body, 'a.html');

describe('headings', () => {
  it('are found where they skip a level', () => {
    assert.deepEqual(checkBody('## 一\n\n#### 二\n\n## 三\n\n### 四'), ['3:1 skipped-heading-level']);
    assert.deepEqual(html('<h2>一</h2>\n<h5>二</h5>'), ['2:1 skipped-heading-level']);
    assert.deepEqual(html('<h4>一</h4><h2>二</h2><h3>三</h3>'), []);
  });
});

describe('links', () => {
  it('are found without text, and without an address', () => {
    assert.deepEqual(checkBody('好 [](https://a.example/)。\n好 [桥]()。\n好 [桥](https://a.example/)。'), [
      '1:3 empty-link',
      '2:3 empty-link',
    ]);
    assert.deepEqual(
      html('<p><a href="https://a.example/"> &nbsp;</a><a href="">桥</a><a href="#">桥</a></p>'),
      ['1:4 empty-link', '1:44 empty-link', '1:60 empty-link'],
    );
    assert.deepEqual(
      html('<a href="https://a.example/"><img src="/a.png" alt="桥"></a><a name="x"></a>'),
      [],
    );
  });

  it('are found as bare addresses, but not in code, in links and between < and >', () => {
    assert.deepEqual(
      checkBody(
        '见 https://a.example/b 。\n<https://a.example/> [b](https://a.example/b) `https://c.example/`',
      ),
      ['1:3 bare-url'],
    );
    assert.deepEqual(
      html(
        '<p>见 https://a.example/b ，<code>https://c.example/</code><a href="https://d.example/">https://d.example/</a></p>',
      ),
      ['1:6 bare-url'],
    );
  });

  it('keep the half-width signs that are in them', () => {
    assert.deepEqual(checkBody('见 https://a.example/桥,车 。'), ['1:3 bare-url']);
    assert.deepEqual(html('<p>见 https://a.example/桥,车</p>'), ['1:6 bare-url']);
  });

  it('lead to a heading with escaped signs in it', () => {
    assert.deepEqual(checkBody('[一](#h-a-b)\n\n## A \\* b'), []);
    assert.deepEqual(checkBody('[一](#h-a-b)\n\n## A &lt; b'), []);
  });

  it('are found where they lead to no heading and no id of the article', () => {
    assert.deepEqual(
      checkBody('[一](#引桥) [二](#h-引桥) [三](#没有) [四](#x)\n\n## 引桥\n\n<b id="x">四</b>'),
      ['1:21 broken-internal-anchor'],
    );
    assert.deepEqual(checkBody('脚注[^1]。\n\n[^1]: 注。'), []);
  });

  it('of the site are facts, with the place where they stand', () => {
    const { facts } = checkFile(
      '---\ntitle: 桥\ndate: 2024-03-01\n---\n[一](/p/a/)\n\n[二](https://news.example.org/daily/p/b/#h-c) [三](https://other.example/)',
    );
    assert.deepEqual(facts.links, [
      { href: '/daily/p/a/', line: 5, column: 1 },
      { href: 'https://news.example.org/daily/p/b/#h-c', line: 7, column: 1 },
    ]);
  });
});

describe('pictures', () => {
  it('are found without a text, unless HTML says that there is nothing to say', () => {
    assert.deepEqual(checkBody('![](/media/a.jpg)\n\n好 ![桥](/media/a.jpg)'), ['1:1 image-without-alt']);
    assert.deepEqual(html('<img src="/a.jpg"><img src="/a.jpg" alt=""><img src="/a.jpg" alt="桥">'), [
      '1:1 image-without-alt',
    ]);
  });

  it('are found where they come by http, the thumbnail too', () => {
    assert.deepEqual(html('<img alt="桥" data-src="http://a.example/b.jpg" src="/blank.gif">'), [
      '1:1 insecure-image',
    ]);
    const { found } = checkFile(
      '---\ntitle: 桥\ndate: 2024-03-01\nthumbnail: http://a.example/b.jpg\n---\n好',
    );
    assert.deepEqual(found, ['4:12 insecure-image']);
  });
});

describe('punctuation', () => {
  it('is found half-width between Chinese characters, and nowhere else', () => {
    assert.deepEqual(checkBody('桥修好了,车来了!人(很多)来了'), [
      '1:5 half-width-punctuation',
      '1:9 half-width-punctuation',
      '1:11 half-width-punctuation',
      '1:14 half-width-punctuation',
    ]);
    // What is escaped in the same line hides neither it nor itself.
    assert.deepEqual(checkBody('&amp;#123; 桥,车 \\* 人!来 &nbsp;😀好?对'), [
      '1:1 scraping-leftover',
      '1:13 half-width-punctuation',
      '1:20 half-width-punctuation',
      '1:32 half-width-punctuation',
    ]);
    for (const fine of [
      '桥, bridge',
      '3,000 辆',
      '12:30',
      'a,b',
      '`桥,车`',
      '桥，车',
      '桥 (bridge) 好',
      '    桥,车',
    ])
      assert.deepEqual(checkBody(fine), [], fine);
  });

  it('is found in titles, and is nothing in other languages', () => {
    assert.deepEqual(checkFile('---\ntitle: 桥,车\ndate: 2024-03-01\n---\n好').found, [
      '2:9 half-width-punctuation',
    ]);
    assert.deepEqual(checkFile('---\ntitle: 橋,車\nlang: ja\ndate: 2024-03-01\n---\n橋,車').found, []);
  });
});

describe('leftovers of scraping', () => {
  it('are found: references escaped twice, marks, labels of buttons', () => {
    assert.deepEqual(html('<p>一 &amp;#123; 二</p>\n<p>&amp;nbsp;</p>\n<p>AT&amp;T</p>'), [
      '1:6 scraping-leftover',
      '2:4 scraping-leftover',
    ]);
    assert.deepEqual(html('<p>[TOC]</p><pre>x</pre><span> 复制代码 </span>'), [
      '1:4 scraping-leftover',
      '1:32 scraping-leftover',
    ]);
    assert.deepEqual(checkBody('[TOC]\n\n见 [[toc]] 一节'), ['1:1 scraping-leftover']);
  });

  it('are no leftovers in code that is about them', () => {
    assert.deepEqual(html('<pre>&amp;#123;</pre><code>[TOC]</code>'), []);
    assert.deepEqual(checkBody('```html\n&amp;nbsp;\n```'), []);
    assert.deepEqual(checkBody('```js\nif (a) &#123;\n```'), ['2:8 scraping-leftover']);
  });

  it('are found in titles: "_" beside a Chinese character', () => {
    const titled = (title: string) => checkFile(`---\ntitle: ${title}\ndate: 2024-03-01\n---\n好`).found;
    assert.deepEqual(titled('_2022年虫_来了'), ['2:8 scraping-leftover']);
    assert.deepEqual(titled('snake_case 好'), []);
  });
});

describe('every place', () => {
  it('is that of the file, in lists, quotes, tables and HTML in Markdown', () => {
    assert.deepEqual(
      checkBody(
        [
          '> 引 ![](/a.jpg)',
          '',
          '- 一',
          '  - 二 ![](/b.jpg)',
          '',
          '| 表 | 格 |',
          '|---|---|',
          '| 好 | ![](/c.jpg) |',
          '',
          '<div>好 <img src="/d.jpg"></div>',
          '',
          '好 <b>加粗 <img src="/e.jpg"></b>',
        ].join('\n'),
      ),
      [
        '1:5 image-without-alt',
        '4:7 image-without-alt',
        '8:7 image-without-alt',
        '10:8 image-without-alt',
        '12:9 image-without-alt',
      ],
    );
  });

  it('of a value in JSON is that of the value, also where another has the name of its key for text', () => {
    const { found } = checkFile(
      '---json\n{ "title": "thumbnail", "date": "2024-03-01",\n\t"thumbnail" : "http://a.example/b.jpg" }\n---\n好',
    );
    assert.deepEqual(found, ['3:16 insecure-image']);
  });
});

describe('the examples of the rules', () => {
  it('are found bad, and good', () => {
    const file = (example: string) =>
      /^(?:title|thumbnail|categories):/.test(example)
        ? `---\ndate: 2024-03-01\n${/^title/.test(example) ? '' : 'title: 桥\n'}${example}\n---\n好`
        : `---\ntitle: 桥\ndate: 2024-03-01\n---\n${example}`;
    const ofOneFile = Object.entries(checkRules).filter(
      ([rule]) => !/^(?:category|duplicate|near|missing|broken-internal)/.test(rule),
    );
    for (const [rule, { bad, good }] of ofOneFile) {
      assert.ok(
        checkFile(file(bad)).found.some((line) => line.endsWith(` ${rule}`)),
        bad,
      );
      assert.ok(!checkFile(file(good)).found.some((line) => line.endsWith(` ${rule}`)), good);
    }
  });
});
