import { containerPort } from '../container-port';
import { hostPort } from '../host-port';
import type { Rule } from '../rule';

/** Rules on the ports of containers. */
export const RULES: readonly Rule[] = [containerPort, hostPort];
