import * as harfbuzz from 'harfbuzzjs';

/** A glyph of a line of text. */
export interface Glyph {
  /** Where it begins, from the start of the line, in units of the font. */
  readonly x: number;
  /** SVG path data, in units of the font, upwards. */
  readonly outline: string;
}

/** A font whose letters are drawn as shapes: read once, whatever the number of drawings. */
export interface OutlineFont {
  /** Units of an em. */
  readonly unitsPerEm: number;
  /** The glyphs of one line; characters that the font lacks leave a gap. */
  readonly outline: (text: string) => readonly Glyph[];
}

/** @param bytes - An OpenType font. */
export function openOutlineFont(bytes: Uint8Array): OutlineFont {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes));
  const font = new harfbuzz.Font(face);
  const outlines = new Map<number, string>();
  const outlineOf = (glyph: number): string => {
    const outline = outlines.get(glyph) ?? font.glyphToPath(glyph);
    outlines.set(glyph, outline);
    return outline;
  };
  return {
    unitsPerEm: face.upem,
    outline(text) {
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      harfbuzz.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      let pen = 0;
      return buffer.getGlyphInfos().map(({ codepoint: glyph }, index) => {
        const { xAdvance, xOffset } = positions[index]!;
        const x = pen + xOffset;
        pen += xAdvance;
        // Glyph 0 is the box that stands for what a font lacks.
        return { x, outline: glyph === 0 ? '' : outlineOf(glyph) };
      });
    },
  };
}
