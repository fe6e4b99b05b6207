import type { SafeHtml } from '../../src/html/safe-html.ts';

/** HTML that JSX has made: every text in it is escaped. Only `jsx` makes one. */
export class Markup {
  readonly html: SafeHtml;

  constructor(html: string) {
    this.html = html as SafeHtml;
  }
}

/** What may stand between the tags of an element. Strings are texts; booleans, `null` and `undefined` show nothing. */
export type Children = Markup | string | number | boolean | null | undefined | readonly Children[];
