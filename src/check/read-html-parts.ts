import { decodeHTMLAttribute } from 'entities';
import { Parser } from 'htmlparser2';
import type { PartCollector } from './body-parts.ts';

/** Takes HTML apart, piece by piece: elements may go on from one piece to the next. */
export interface HtmlPartReader {
  /** @param start - Where the piece stands in the file. */
  readonly read: (html: string, start: number) => void;
  readonly end: () => void;
}

export function createHtmlPartReader(collector: PartCollector): HtmlPartReader {
  /** What has to be added to the parser's offsets. */
  let shift = 0;
  let given = 0;
  let start = 0;
  const parser = new Parser(
    {
      onopentagname() {
        start = parser.startIndex + shift;
      },
      onopentag(name, attributes) {
        collector.open(name, decoded(attributes), start);
      },
      onclosetag(name, isImplied) {
        collector.close(name, (isImplied ? parser.startIndex : parser.endIndex + 1) + shift);
      },
      ontext(text) {
        collector.text(text, parser.startIndex + shift, { isExact: true });
      },
    },
    { decodeEntities: false },
  );
  return {
    read(html, at) {
      shift = at - given;
      given += html.length;
      parser.write(html);
    },
    end: () => parser.end(),
  };
}

function decoded(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (!Object.values(attributes).some((value) => value.includes('&'))) return attributes;
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, decodeHTMLAttribute(value)]),
  );
}
