import { browseLinks } from '../browse-links.ts';
import type { View } from '../view.ts';

/** The ways into the site, as a list of buttons, for pages where the reader has lost theirs. */
export function Browse({ view }: { readonly view: View }) {
  return (
    <ul class="chips">
      {browseLinks(view.strings).map((item) => (
        <li key={item.url}>
          <a class="chip" href={view.link(item.url)}>
            {item.title}
          </a>
        </li>
      ))}
    </ul>
  );
}
