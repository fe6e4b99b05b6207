import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import type { Children } from '../../../layouts/jsx/markup.ts';
import type { SafeHtml } from '../../../src/html/safe-html.ts';

describe('JSX', () => {
  it('becomes HTML', () => {
    const html = (
      <p class="lead" id="a">
        一<br />二
      </p>
    );
    assert.equal(html.html, '<p class="lead" id="a">一<br>二</p>');
  });

  it('writes void elements without a slash, all others with an end tag', () => {
    assert.equal((<img src="a" alt="" />).html, '<img src="a" alt>');
    assert.equal((<span />).html, '<span></span>');
    assert.equal((<path d="M0 0" />).html, '<path d="M0 0"></path>');
  });

  it('leaves out what is not there, and names alone what is true or empty', () => {
    assert.equal((<p draggable={false} hidden title={undefined} />).html, '<p hidden></p>');
    assert.equal((<i aria-hidden={false} />).html, '<i aria-hidden="false"></i>');
    assert.equal((<i aria-hidden />).html, '<i aria-hidden="true"></i>');
    assert.equal((<td colspan={0} />).html, '<td colspan="0"></td>');
  });

  it('shows texts, numbers and lists, and nothing for switches and what is absent', () => {
    const Empty = () => null;
    assert.equal(
      (
        <p>
          {0}
          {''}
          {false}
          {null}
          {undefined}
          {['a', [<b key="b">c</b>, 1]]}
          <Empty />
        </p>
      ).html,
      '<p>0a<b>c</b>1</p>',
    );
  });

  it('hands components their props and children', () => {
    const Box = ({ name, children }: { readonly name: string; readonly children?: Children }) => (
      <div class={name}>{children}</div>
    );
    assert.equal(
      (
        <>
          <Box name="a">
            <i />x
          </Box>
          y
        </>
      ).html,
      '<div class="a"><i></i>x</div>y',
    );
  });

  it('escapes texts and values, but not what is safe already', () => {
    assert.equal((<p title={'"<&>'}>{'"<&>'}</p>).html, '<p title="&quot;&lt;&amp;>">&quot;&lt;&amp;></p>');
    assert.equal((<p dangerouslySetInnerHTML={{ __html: '<b>' as SafeHtml }} />).html, '<p><b></p>');
  });

  it('is read back by a browser as the text that it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', 'a', ';', '-', '!') }),
        (text) => {
          const fragment = parseFragment((<p title={text}>{text}</p>).html);
          assert.equal(fragment.childNodes.length, 1);
          const [element] = fragment.childNodes as unknown as [
            { attrs: { value: string }[]; childNodes: { value: string }[] },
          ];
          assert.deepEqual(
            element.attrs.map(({ value }) => value),
            [text],
          );
          assert.equal(element.childNodes.map(({ value }) => value).join(''), text);
        },
      ),
    );
  });
});
