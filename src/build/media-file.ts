import { readFileSync } from 'node:fs';
import { digest } from './digest.ts';
import type { SourceFile } from './find-sources.ts';

/** A file that is published as it is. Its bytes are not kept: there may be more of them than memory. */
export class MediaFile implements SourceFile {
  readonly path: string;
  readonly absolute: string;
  #digest: string | undefined;

  constructor({ path, absolute }: SourceFile) {
    this.path = path;
    this.absolute = absolute;
  }

  /** Of the bytes, as they were when it was first asked for. @throws The system's error. */
  get digest(): string {
    this.#digest ??= digest(this.read());
    return this.#digest;
  }

  /** The bytes, as they are now. @throws The system's error. */
  read(): Buffer {
    return readFileSync(this.absolute);
  }
}
