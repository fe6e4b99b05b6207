/** A project-link as a blind tagger left it in a body, with the plain text around it. */
export interface ProjectOccurrence {
  /** Plain text of the same block before the link, at most 40 code points. */
  readonly before: string;
  /** The link's own text. */
  readonly text: string;
  /** Plain text of the same block after the link, at most 40 code points. */
  readonly after: string;
  /** `data-id`. */
  readonly id: string;
  /** `data-name`. */
  readonly name: string;
  readonly href: string;
  /** `data-refer-type`. */
  readonly type: string;
  /** What the same body has in quotation marks. Absent: not known. */
  readonly quoted?: ReadonlySet<string>;
}

/**
 * Why an occurrence is kept or turned to text.
 *
 * - `listed`: `site.yaml` says so: always (kept) or ignore (not).
 * - `company`, `product`: kept, as one or the other.
 * - `cut-word`: the link begins or ends inside a word, or is a piece of a sentence: 优`惠权益`.
 * - `everyday-word`: a word or phrase of the language, meant as such: 商家`一起`做.
 * - `wrong-entity`: a name, but of a person or of a work: 作者：`万里`.
 */
export type ProjectReason = 'listed' | 'company' | 'product' | 'cut-word' | 'everyday-word' | 'wrong-entity';

export interface ProjectVerdict {
  /** Whether the link stays a link; else only its text stays. */
  readonly keep: boolean;
  readonly reason: ProjectReason;
  /** Of a kept link that was cut short: how much of the text around it the whole name takes. */
  readonly extension?: NameExtension;
}

/** In UTF-16 code units, at least one of them above 0. */
export interface NameExtension {
  readonly before: number;
  readonly after: number;
}

/** Judges one occurrence by itself: the same occurrence always gets the same verdict. */
export type ProjectJudge = (occurrence: ProjectOccurrence) => ProjectVerdict;
