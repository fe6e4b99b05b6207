/** All that the pages do beyond being read. Deferred: a page without it is whole. */
import { startLastVisit } from './last-visit.ts';
import { startOutline } from './outline.ts';
import { startPictureLadder } from './picture-ladder.ts';
import { startPictureZoom } from './picture-zoom.ts';
import { startPrefetch } from './prefetch.ts';
import { startProjectFilter } from './project-filter.ts';
import { startProjectPreviews } from './project-previews.ts';
import { startReaderControls } from './reader-controls.ts';
import { startScrollers } from './scrollers.ts';
import { startSections } from './sections.ts';
import { startShare } from './share.ts';
import { startTimeAgo } from './time-ago.ts';

const now = Date.now();
startPictureLadder();
startReaderControls();
startSections();
startOutline();
startTimeAgo(now);
startLastVisit(now);
startPictureZoom();
startScrollers();
startShare();
startProjectFilter();
startProjectPreviews();
startPrefetch();
