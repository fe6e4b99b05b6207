import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

/** Hands the page's address on. Shown only where script runs; sharing only where the browser has it. */
export function Share({ view }: { readonly view: View }) {
  return (
    <div class="share needs-script">
      <button type="button" class="button" data-share hidden>
        <Icon name="share" />
        {view.strings.share}
      </button>
      <button type="button" class="button" data-copy-link>
        <Icon name="link" />
        {view.strings.copyLink}
      </button>
      <span role="status" data-share-status data-copied={view.strings.linkCopied} />
    </div>
  );
}
