/** All that the pages do beyond being read. Deferred: a page without it is whole. */
import { startCopyCode } from './copy-code.ts';
import { startLastVisit } from './last-visit.ts';
import { startOutline } from './outline.ts';
import { startPictureLadder } from './picture-ladder.ts';
import { startPictureZoom } from './picture-zoom.ts';
import { startPrefetch } from './prefetch.ts';
import { startProjectFilter } from './project-filter.ts';
import { startProjectPreviews } from './project-previews.ts';
import { startReaderControls } from './reader-controls.ts';
import { startSavedArticles } from './saved-articles.ts';
import { startScrollers } from './scrollers.ts';
import { startSearchHotkey } from './search-hotkey.ts';
import { startSections } from './sections.ts';
import { startServiceWorker } from './service-worker.ts';
import { startShare } from './share.ts';
import { startTimeAgo } from './time-ago.ts';

const now = Date.now();
startPictureLadder();
startReaderControls();
startSections();
startTimeAgo(now);
// Before the page is said to be loaded: who opens it to search presses at once.
startSearchHotkey();

/** Each in a task of its own: on a slow phone, a press is answered between two of them. */
const rest = [
  startOutline,
  () => startLastVisit(now),
  startPictureZoom,
  startScrollers,
  startCopyCode,
  startShare,
  startProjectFilter,
  startProjectPreviews,
  startPrefetch,
  startSavedArticles,
  startServiceWorker,
];
for (const start of rest) setTimeout(start);
