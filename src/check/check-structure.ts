import { quoteValue } from '../content/collect-diagnostics.ts';
import type { BodyPart } from './body-parts.ts';
import type { Finding } from './finding.ts';

/** What is wrong with a body's headings and pictures. */
export function checkStructure(parts: readonly BodyPart[]): readonly Finding[] {
  const findings: Finding[] = [];
  let level: number | undefined;
  for (const part of parts) {
    if (part.kind === 'heading') {
      if (level !== undefined && part.level > level + 1) {
        findings.push({
          rule: 'skipped-heading-level',
          offset: part.start,
          message: `${quoteValue(part.text.trim())} is a heading of level ${part.level} below one of level ${level}.`,
        });
      }
      level = part.level;
    }
    if (part.kind !== 'image') continue;
    if (part.alt === undefined)
      findings.push({
        rule: 'image-without-alt',
        offset: part.start,
        message: `The picture ${quoteValue(part.src)} has no text.`,
      });
    if (isInsecure(part.src)) findings.push(insecureImage(part.src, part.start));
  }
  return findings;
}

export function isInsecure(address: string): boolean {
  return /^\s*http:\/\//i.test(address);
}

export function insecureImage(address: string, offset: number): Finding {
  return { rule: 'insecure-image', offset, message: `${quoteValue(address)} is loaded by http.` };
}
