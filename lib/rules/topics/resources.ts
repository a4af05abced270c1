import { podResources } from '../pod-resources';
import { quantityFormat } from '../quantity-format';
import { quantityNumber } from '../quantity-number';
import { requestOverLimit } from '../request-over-limit';
import { resourceAmount } from '../resource-amount';
import { resourceName } from '../resource-name';
import type { Rule } from '../rule';

/** Rules on what containers and pods ask for. */
export const RULES: readonly Rule[] = [
  quantityFormat,
  quantityNumber,
  resourceName,
  resourceAmount,
  requestOverLimit,
  podResources,
];
