import type { Rule } from '../rule';
import { secretType } from '../secret-type';
import { storedData } from '../stored-data';

/** Rules on ConfigMaps and Secrets. */
export const RULES: readonly Rule[] = [storedData, secretType];
