import { nodeAffinity } from '../node-affinity';
import { nodeSelector } from '../node-selector';
import { podAffinity } from '../pod-affinity';
import type { Rule } from '../rule';
import { toleration } from '../toleration';
import { topologySpread } from '../topology-spread';

/** Rules on where pods may run. */
export const RULES: readonly Rule[] = [nodeSelector, nodeAffinity, podAffinity, toleration, topologySpread];
