/** A file of the index. */
export interface SearchFile {
  /** Relative to the folder of the index, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
