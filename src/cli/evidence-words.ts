import type { EvidenceShare } from '../html/project-explanation.ts';
import type { ProjectReason } from '../html/project-judge.ts';

/** What each kind of evidence means, for people: see `ProjectEvidence`. */
export const EVIDENCE_WORDS: { readonly [evidence in EvidenceShare['evidence']]: string } = Object.freeze({
  aligned: 'words begin and end where the link does',
  orphan: 'a lone character is left over beside it',
  knownName: 'well-known name',
  knownWord: 'well-known name that is a common word too',
  everydayName: 'name that is a word first',
  word: 'word of the dictionary',
  frequency: 'common word',
  properNoun: 'proper noun',
  person: "person's name",
  newWord: 'in no dictionary',
  ordinaryParts: 'made of everyday words',
  ordinary: 'share of everyday words in it',
  coined: 'coined, as transcriptions are',
  companyEnding: 'ends as companies do',
  particleEdge: 'begins or ends with a particle',
  announced: 'the text before announces a name',
  owns: 'the text after says what companies have',
  acts: 'the text after says what companies do',
  listed: 'in an enumeration',
  listedWithKnown: 'beside a well-known name',
  quoted: 'in quotation marks',
  measured: 'counted, as common nouns are',
  suffixed: 'the next character makes another word of it',
  bias: 'before anything is known',
});

/** What a rule found, by the verdict that it gave. */
export const RULE_WORDS: { readonly [reason in ProjectReason]: string } = Object.freeze({
  listed: 'site.yaml says so',
  company: 'the text goes on to a longer well-known name of the same house',
  product: 'the text goes on to a longer well-known name of the same house',
  'cut-word': 'words do not begin and end where the link does',
  'everyday-word': 'no name can be so long, or so short',
  'wrong-entity': 'it is a person, or the title of a work',
});
