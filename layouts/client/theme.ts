/**
 * Runs before the first paint, so that no page flashes in a theme or size that the reader did not choose. It is the only
 * script that the page waits for: keep it tiny.
 */
import { applyChoices, readChoices } from './reader-choices.ts';

document.documentElement.dataset.script = '';
applyChoices(document.documentElement, readChoices());
