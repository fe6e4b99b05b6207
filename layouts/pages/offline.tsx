import type { OfflinePage } from '../../src/site/page.ts';
import { PageHeading } from '../components/page-heading.tsx';
import type { View } from '../view.ts';

/** What the service worker shows for a page that it does not keep, when there is no network. Script fills the list. */
export function Offline({ view, page }: { readonly view: View; readonly page: OfflinePage }) {
  const { strings } = view;
  return (
    <div class="not-found">
      <PageHeading view={view} title={page.title}>
        <p class="standfirst">{strings.offlineHint}</p>
      </PageHeading>
      <p class="empty js-nothing-saved">{strings.nothingSaved}</p>
      <ul class="saved-articles js-saved-articles" hidden />
    </div>
  );
}
