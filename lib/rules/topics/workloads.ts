import { progressDeadline } from '../progress-deadline';
import { replicaRange } from '../replica-range';
import { revisionHistory } from '../revision-history';
import type { Rule } from '../rule';
import { selectorMatch } from '../selector-match';
import { updateStrategy } from '../update-strategy';

/** Rules on whatever makes pods. */
export const RULES: readonly Rule[] = [selectorMatch, replicaRange, updateStrategy, progressDeadline, revisionHistory];
