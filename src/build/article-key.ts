import { digest } from './digest.ts';

/**
 * The name of an article's record: what it is called, what it says, and what steers its cleaning.
 *
 * @param file - Relative to the content folder.
 * @param blobId - Its bytes; see `gitBlobId`.
 */
export function articleKey(file: string, blobId: string, cleaningDigest: string): string {
  return digest(file, blobId, cleaningDigest);
}
