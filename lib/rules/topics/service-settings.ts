import { clusterIp } from '../cluster-ip';
import { externalIp } from '../external-ip';
import { healthCheckNodePort } from '../health-check-node-port';
import { ipFamily } from '../ip-family';
import { loadBalancerClass } from '../load-balancer-class';
import { loadBalancerSourceRange } from '../load-balancer-source-range';
import type { Rule } from '../rule';
import { sessionAffinity } from '../session-affinity';
import { sessionAffinityAutoscaler } from '../session-affinity-autoscaler';
import { topologyMode } from '../topology-mode';
import { trafficDistribution } from '../traffic-distribution';

/** Rules on settings that few Services have. */
export const RULES: readonly Rule[] = [
  sessionAffinity,
  topologyMode,
  clusterIp,
  ipFamily,
  externalIp,
  loadBalancerClass,
  loadBalancerSourceRange,
  trafficDistribution,
  healthCheckNodePort,
  sessionAffinityAutoscaler,
];
