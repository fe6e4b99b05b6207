import type { TextCount } from '../html/cleaned-body.ts';

/**
 * Silent reading of non-fiction: 238 English words a minute (M. Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109, 2019), less a little for names and figures. Chinese needs about as many words for
 * the same message, of 1.5 to 1.7 characters each: 400 characters.
 */
const WORDS_A_MINUTE = 230;
const CHARACTERS_A_MINUTE = 400;

/** Minutes that a body takes to read, rounded; at least 1. */
export function estimateReadingMinutes(count: TextCount): number {
  return Math.max(1, Math.round(count.characters / CHARACTERS_A_MINUTE + count.words / WORDS_A_MINUTE));
}
