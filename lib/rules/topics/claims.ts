import { claimAccessMode } from '../claim-access-mode';
import { claimClass } from '../claim-class';
import { claimDataSource } from '../claim-data-source';
import { claimSelector } from '../claim-selector';
import { claimStorage } from '../claim-storage';
import { claimVolumeMode } from '../claim-volume-mode';
import type { Rule } from '../rule';

/** Rules on PersistentVolumeClaims, wherever they stand. */
export const RULES: readonly Rule[] = [
  claimAccessMode,
  claimStorage,
  claimClass,
  claimVolumeMode,
  claimSelector,
  claimDataSource,
];
