import { DEFAULT_SETTINGS } from '../autoscaling/controller/settings';
import { type Behavior, behaviorIn, DEFAULT_BEHAVIOR, type ScalingRules } from '../autoscaling/controller/spec';
import { TOLERANCE_COUNTS_SINCE } from '../autoscaling/tolerance';
import { fields } from '../manifest';

/** How fast pods are added and taken away, by the direction. Without a `behavior`, the defaults count. */
export function behaviorInWords(value: unknown, kubernetes: number): Readonly<Record<string, string>> {
  const { scaleUp, scaleDown }: Behavior = value == null ? DEFAULT_BEHAVIOR : behaviorIn(fields(value));
  return { 'scales up': rulesInWords(scaleUp, kubernetes), 'scales down': rulesInWords(scaleDown, kubernetes) };
}

function rulesInWords(rules: ScalingRules, kubernetes: number): string {
  const { selectPolicy, policies, stabilizationWindow = DEFAULT_SETTINGS.downscaleStabilization, tolerance } = rules;
  if (selectPolicy === 'Disabled') return 'never';
  const amounts = policies.map(
    ({ type, value, period }) => `${value}${type === 'Percent' ? ' %' : ' pods'} in ${period / 1000} s`,
  );
  const choice = selectPolicy === 'Min' ? 'the fewer of ' : 'the more of ';
  const at = `by ${amounts.length > 1 ? choice : ''}${amounts.join(' and ')}`;
  const off = tolerance ?? DEFAULT_SETTINGS.tolerance;
  const from =
    kubernetes < TOLERANCE_COUNTS_SINCE ? '' : `, where usage is ${Math.round(off * 1000) / 10} % off the target`;
  return `${at}, looking back ${stabilizationWindow / 1000} s${from}`;
}
