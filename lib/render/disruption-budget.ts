import type { ApiObjectProps } from 'cdk8s';
import type { PodDisruptionBudgetSpec } from '../../imports/k8s';
import type { ResolvedApp } from '../resolve';

export function renderDisruptionBudget({ disruptionBudget, selector }: ResolvedApp): ApiObjectProps | undefined {
  if (disruptionBudget === undefined) return undefined;
  const { metadata, budget } = disruptionBudget;
  const spec: PodDisruptionBudgetSpec = { ...budget._spec, selector: { matchLabels: selector } };
  return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata, spec };
}
