import type { Code } from '../notice/types.js';
import type { CodeKind } from '../registry/types.js';
import type { Subject } from './types.js';

/** QR codes of a notice that pay a private person, or that add one. */
export const codesThat = (means: CodeKind['means'], { notice, registry }: Subject): readonly Code[] =>
  notice.codes.filter(({ content }) => registry.code(content)?.means === means);
