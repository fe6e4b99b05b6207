/** A file of a Hexo site that can be an article or a page. */
export interface HexoFile {
  /** Relative to the source folder, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** UTC instant, ms: its date where it says none. */
  readonly modified: number;
}

/** A Hexo site as it lies on disk. */
export interface HexoSite {
  /** `_config.yml`; "" for none. */
  readonly configText: string;
  readonly files: readonly HexoFile[];
  /** Pictures, recordings and documents, relative to the source folder. */
  readonly assets: readonly string[];
  /** `_redirects`; "" for none. */
  readonly redirectsText: string;
}

/** The site that is imported into. */
export interface HexoTarget {
  /** IANA zone in which its dates without one are read. */
  readonly timeZone: string;
  /** Begins and ends with `/`. */
  readonly basePath: string;
  /** The pattern of addresses that its `site.yaml` has; absent: there is no `site.yaml`, so that it gets Hexo's. */
  readonly permalink?: string;
  /** Bytes that a file may have. */
  readonly fileBytes: number;
}

/** A text file to write, relative to the content folder, with forward slashes. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** A file to copy. */
export interface PlannedCopy {
  /** Relative to the source folder. */
  readonly from: string;
  /** Relative to the content folder. */
  readonly to: string;
}
