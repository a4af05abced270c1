import { envFrom } from '../env-from';
import { envName } from '../env-name';
import { envRepeated } from '../env-repeated';
import { envValueFrom } from '../env-value-from';
import { fieldRef } from '../field-ref';
import { fileKeyRef } from '../file-key-ref';
import { resourceFieldRef } from '../resource-field-ref';
import type { Rule } from '../rule';

/** Rules on the environment of containers, and what refers to fields of a pod. */
export const RULES: readonly Rule[] = [
  envName,
  envRepeated,
  envValueFrom,
  fieldRef,
  resourceFieldRef,
  fileKeyRef,
  envFrom,
];
