/**
 * What cleaning may have to say of a body, by permanent rule name, as frozen data. Limits and refusals keep an article from
 * being published; removals are warnings.
 */

interface RuleText {
  /** One sentence; `LIMIT` stands for the limit that is exceeded. */
  readonly message: string;
  readonly hint: string;
}

export type LimitRule =
  | 'body-too-deep'
  | 'body-too-many-elements'
  | 'body-too-many-attributes'
  | 'body-too-many-images';

export const LIMIT_FAULTS: { readonly [rule in LimitRule]: RuleText } = Object.freeze({
  'body-too-deep': {
    message: 'The body has more than LIMIT elements nested in one another.',
    hint: 'Take out the wrappers, or raise `limits.depth` in site.yaml; more than 500 are never read.',
  },
  'body-too-many-elements': {
    message: 'The body has more than LIMIT elements.',
    hint: 'Split the article, or raise `limits.elements` in site.yaml.',
  },
  'body-too-many-attributes': {
    message: 'An element of the body has more than LIMIT attributes.',
    hint: 'Close the quote or the tag before it, or raise `limits.attributes` in site.yaml.',
  },
  'body-too-many-images': {
    message: 'The body has more than LIMIT images.',
    hint: 'Split the article, or raise `limits.images` in site.yaml.',
  },
});

export type RefusalRule =
  | 'body-too-large'
  | 'body-refused'
  | 'markdown-too-long'
  | 'markdown-too-many-footnotes';

export const REFUSALS: { readonly [rule in RefusalRule]: RuleText } = Object.freeze({
  'body-too-large': {
    message: 'The cleaned body would be many times larger than its source.',
    hint: 'Look for one link or format that spans the whole article, and end it where it should end.',
  },
  'body-refused': {
    message: 'The cleaned body does not pass the sanitizer unchanged, so that it is not certain to be safe.',
    hint: 'Please report the article: cleaning and sanitizer should never disagree.',
  },
  'markdown-too-long': {
    message: 'The body is Markdown of more than 1,000,000 characters.',
    hint: 'Split the article, or write it as HTML.',
  },
  'markdown-too-many-footnotes': {
    message: 'The body has thousands of footnotes.',
    hint: 'Split the article.',
  },
});

/** What cleaning may take from a body that its author should know of. */
export const REMOVALS = Object.freeze({
  'active-content-removed': {
    message: 'Scripts, handlers or plug-in objects were removed',
    hint: 'A body cannot run anything; nothing needs to be done for a scraped article.',
  },
  'vector-content-removed': {
    message: 'Inline SVG or MathML was removed',
    hint: 'Link or show it as an image file instead.',
  },
  'form-removed': {
    message: 'Form controls were removed',
    hint: 'A body cannot submit anything; write what they said as text.',
  },
  'hidden-content-removed': {
    message: 'Content that the source hides was removed',
    hint: 'Remove `hidden` or `display:none` from what should be read.',
  },
  'unsafe-link-removed': {
    message: 'Links to addresses that are not allowed became text',
    hint: 'Use http, https, mailto or tel.',
  },
  'project-link-removed': {
    message: 'Links to projects became text, since what follows "project:" is not an id',
    hint: 'Write an id of letters, digits, "-" and "_", such as project:7133; `npm run projects -- list` names them.',
  },
  'relative-link-removed': {
    message: 'Relative links became text, since the article does not say where it comes from',
    hint: 'Set `source` to the address of the original article, or begin links within the site with "/".',
  },
  'image-removed': {
    message: 'Images without a usable address were removed',
    hint: 'Set `source` to the address of the original article if addresses are relative; use http or https.',
  },
  'tracker-removed': {
    message: 'Tracking images were removed',
    hint: 'Nothing needs to be done.',
  },
  'media-removed': {
    message: 'Audio or video without a usable address was removed',
    hint: 'Use http or https addresses.',
  },
  'embed-replaced': {
    message: 'Frames of hosts that are not allowed became links',
    hint: 'Add the host to `embeds.hosts` in site.yaml if its pages may be shown in the site.',
  },
} as const satisfies { readonly [rule: string]: RuleText });

export type RemovalRule = keyof typeof REMOVALS;
