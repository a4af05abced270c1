import { containerName } from './container-name';
import { containerPort } from './container-port';
import { disruptionBudget } from './disruption-budget';
import { duplicateObject } from './duplicate-object';
import { envName } from './env-name';
import { imageName } from './image-name';
import { labelSyntax } from './label-syntax';
import { nodePort } from './node-port';
import { objectName } from './object-name';
import { probe } from './probe';
import { quantityFormat } from './quantity-format';
import { readWriteOnceClaim } from './read-write-once-claim';
import { replicaRange } from './replica-range';
import { requestOverLimit } from './request-over-limit';
import type { Rule } from './rule';
import { scalingBehavior } from './scaling-behavior';
import { scalingMetric } from './scaling-metric';
import { selectorMatch } from './selector-match';
import { servicePort } from './service-port';
import { serviceType } from './service-type';
import { sessionAffinity } from './session-affinity';

/** Every rule there is, in the order in which findings are told: what an object is called, then what is in it. */
export const RULES: readonly Rule[] = [
  objectName,
  duplicateObject,
  labelSyntax,
  selectorMatch,
  replicaRange,
  scalingMetric,
  scalingBehavior,
  containerName,
  imageName,
  quantityFormat,
  requestOverLimit,
  containerPort,
  envName,
  probe,
  servicePort,
  serviceType,
  nodePort,
  sessionAffinity,
  disruptionBudget,
  readWriteOnceClaim,
];
