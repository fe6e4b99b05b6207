/** A file for the output folder. */
export interface OutputFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly contents: string;
  /**
   * Stands for the contents: with one version of the program, equal keys mean equal contents. A file that has one makes its
   * contents when they are asked for. Absent: the contents stand for themselves.
   */
  readonly key?: string;
}
