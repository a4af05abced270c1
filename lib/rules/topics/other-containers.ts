import { containerRestartPolicy } from '../container-restart-policy';
import { ephemeralContainer } from '../ephemeral-container';
import { initContainer } from '../init-container';
import type { Rule } from '../rule';

/** Rules on containers that are not the ordinary ones, and how one is started again. */
export const RULES: readonly Rule[] = [initContainer, containerRestartPolicy, ephemeralContainer];
