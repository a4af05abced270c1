/** A condition in the status of an autoscaler, without its message. */
export interface Condition {
  readonly type: ConditionType;
  status: 'True' | 'False';
  reason: string;
}

export type ConditionType = 'AbleToScale' | 'ScalingActive' | 'ScalingLimited' | 'ScaledToZero';

export function setCondition(conditions: Condition[], type: ConditionType, isTrue: boolean, reason: string): void {
  const status = isTrue ? 'True' : 'False';
  for (const condition of conditions) {
    if (condition.type !== type) continue;
    condition.status = status;
    condition.reason = reason;
    return;
  }
  conditions.push({ type, status, reason });
}

export function isTrue(conditions: readonly Condition[], type: ConditionType): boolean {
  return conditions.some((condition) => condition.type === type && condition.status === 'True');
}
