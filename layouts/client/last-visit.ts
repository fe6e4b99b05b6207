import { cloneScriptPart } from './script-part.ts';

const STORAGE_KEY = 'broadsheet.visit';
/** Pages opened within this time of each other belong to one visit. Ms. */
const VISIT_GAP = 30 * 60_000;

/** Marks the articles that appeared since the reader's last visit. Nothing without storage, or on a first visit. */
export function startLastVisit(now: number): void {
  const since = rememberVisit(now);
  if (since === 0) return;
  for (const card of document.querySelectorAll('.card')) {
    const published = Date.parse(card.querySelector('time')?.dateTime ?? '');
    const mark = published > since ? cloneScriptPart('.new-mark') : null;
    if (mark !== null) card.prepend(mark);
  }
}

/** @returns When the visit before this one ended, ms since the epoch; 0 when there was none. */
function rememberVisit(now: number): number {
  try {
    const [seen = 0, since = 0] = (localStorage.getItem(STORAGE_KEY) ?? '').split(' ').map(toInstant);
    const lastEnd = now - seen > VISIT_GAP ? seen : since;
    localStorage.setItem(STORAGE_KEY, `${now} ${lastEnd}`);
    return lastEnd;
  } catch {
    return 0;
  }
}

/** 0 for what is no instant: storage is only text. */
function toInstant(text: string): number {
  const instant = Number(text);
  return Number.isFinite(instant) && instant > 0 ? instant : 0;
}
