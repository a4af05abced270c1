import { externalName } from '../external-name';
import { nodePort } from '../node-port';
import { nodePortConflict } from '../node-port-conflict';
import { nodePortConflictInFolder } from '../node-port-conflict-in-folder';
import type { Rule } from '../rule';
import { servicePort } from '../service-port';
import { serviceSelector } from '../service-selector';
import { serviceType } from '../service-type';
import { targetPortName } from '../target-port-name';
import { targetPortNumber } from '../target-port-number';
import { trafficPolicy } from '../traffic-policy';

/** Rules on every Service. */
export const RULES: readonly Rule[] = [
  servicePort,
  serviceType,
  nodePort,
  externalName,
  trafficPolicy,
  nodePortConflict,
  nodePortConflictInFolder,
  targetPortName,
  targetPortNumber,
  serviceSelector,
];
