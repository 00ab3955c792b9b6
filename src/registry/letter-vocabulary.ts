/*
 * Names that the shapes of data/letters/ and a letter that is being written both need. They stand apart from the
 * shapes, so that writing a letter does not load what only the reading of files needs.
 */

/** Whom a complaint goes to; each is a file data/letters/<id>.yaml. */
export const LETTERS = ['platform', 'regulator', 'local_bureau', 'cyberspace_office', 'spam_report', 'police'] as const;
export type LetterId = (typeof LETTERS)[number];

/** Who writes, seen from the debt. */
export const WRITERS = ['relative', 'borrower', 'unknown'] as const;
export type Writer = (typeof WRITERS)[number];

/** How far the message is doubted: by its verdict, `scam`, `suspicious`, or any other. */
export const DOUBTS = ['none', 'suspicious', 'scam'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Facts of the message that a letter tells, in the order of a letter. */
export const LETTER_FACTS = ['received_at', 'sender', 'received_by', 'signed', 'contacts'] as const;
export type LetterFact = (typeof LETTER_FACTS)[number];

/** What a writer fills in by hand about themselves. There is no identity number: no addressee needs one on paper. */
export const WRITER_BLANKS = ['name', 'contact', 'number'] as const;
export type WriterBlank = (typeof WRITER_BLANKS)[number];

/** What is worth asking before a letter is written. */
export const LETTER_QUESTIONS = ['role', 'asked_to_stop', 'received_by'] as const;
export type LetterQuestionId = (typeof LETTER_QUESTIONS)[number];

/** A yes, a no, or neither: then there is a box to tick. */
export const ANSWERS = ['yes', 'no', 'unknown'] as const;
export type Answer = (typeof ANSWERS)[number];
