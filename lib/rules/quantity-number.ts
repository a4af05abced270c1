import { fault, type Rule } from './rule';
import { leavesIn } from './structures';

export const quantityNumber: Rule = {
  id: 'quantity-number',
  severity: 'warning',
  summary: "A quantity has a number: Kubernetes reads what is only a suffix, such as 'Gi', as 0.",
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  *check(set) {
    for (const quantity of leavesIn(set, 'quantity')) {
      // What is empty is no quantity at all: quantity-format tells that.
      if (typeof quantity.value !== 'string' || quantity.value.trim() === '' || /\d/.test(quantity.value)) continue;
      yield fault(quantity.manifest, quantity, 'must have a number', "write how much: '8Gi', '500m'");
    }
  },
};
