declare const safe: unique symbol;

/**
 * HTML that the cleaning policy has passed: the only kind of string a layout may insert without escaping.
 * `cleanBody` makes it; nothing else casts to it but the layouts' own constant markup.
 */
export type SafeHtml = string & { readonly [safe]: true };
