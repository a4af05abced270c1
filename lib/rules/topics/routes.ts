import { backendPort } from '../backend-port';
import { backendService } from '../backend-service';
import { ingressBackend } from '../ingress-backend';
import { ingressClass } from '../ingress-class';
import { ingressHost } from '../ingress-host';
import { ingressPath } from '../ingress-path';
import { ingressRule } from '../ingress-rule';
import { ingressTls } from '../ingress-tls';
import type { Rule } from '../rule';

/** Rules on Ingresses and HTTPRoutes. */
export const RULES: readonly Rule[] = [
  ingressRule,
  ingressHost,
  ingressTls,
  ingressClass,
  ingressPath,
  ingressBackend,
  backendService,
  backendPort,
];
