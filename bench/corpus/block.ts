/** What a corpus article is made of, before it is written as HTML or as Markdown. */
export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'image';
      readonly src: string;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly language: string; readonly code: string };

/** A stretch of a paragraph. */
export type Run =
  | { readonly kind: 'text' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  /** A company's name, or what a blind tagger took for one. */
  | { readonly kind: 'project'; readonly text: string; readonly id: string; readonly type: '1' | '2' };
