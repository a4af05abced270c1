import { documentSeparator } from '../document-separator';
import { duplicateKey } from '../duplicate-key';
import { octalNumber } from '../octal-number';
import { rewrittenKey } from '../rewritten-key';
import type { Rule } from '../rule';

/** Rules on how a file says it. */
export const RULES: readonly Rule[] = [documentSeparator, duplicateKey, octalNumber, rewrittenKey];
