import { cpuUnit } from '../cpu-unit';
import { hostPortReplicas } from '../host-port-replicas';
import { imageTag } from '../image-tag';
import { memoryLimit } from '../memory-limit';
import { memoryUnit } from '../memory-unit';
import { readinessProbe } from '../readiness-probe';
import { recreateStrategy } from '../recreate-strategy';
import type { Rule } from '../rule';
import { staleImage } from '../stale-image';
import { storageUnit } from '../storage-unit';

/** Rules on what is accepted, and hurts. */
export const RULES: readonly Rule[] = [
  memoryUnit,
  memoryLimit,
  cpuUnit,
  storageUnit,
  recreateStrategy,
  hostPortReplicas,
  readinessProbe,
  imageTag,
  staleImage,
];
