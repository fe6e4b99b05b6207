import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** Hands the page's address on. Shown only where script runs; sharing only where the browser has it. */
export function Share({ view }: { readonly view: View }) {
  return view.recall('share', () => (
    <div class="share needs-script">
      <button type="button" class="button js-share" hidden>
        <Icon name="share" />
        {view.strings.share}
      </button>
      <button type="button" class="button js-copy-link">
        <Icon name="link" />
        {view.strings.copyLink}
      </button>
      <span role="status" class="js-share-status">
        <span hidden>{view.strings.linkCopied}</span>
      </span>
    </div>
  ));
}
