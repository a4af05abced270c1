import type { Rule } from '../rule';
import { volumeDevice } from '../volume-device';
import { volumeMount } from '../volume-mount';

/** Rules on where containers mount volumes. */
export const RULES: readonly Rule[] = [volumeMount, volumeDevice];
