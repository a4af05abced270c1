import { fields, items, itemsAt, type Located, type Manifest } from '../manifest';
import { labelFaults, labelKeyFaults, labelValueFaults } from './labels';
import { type Fault, fault } from './rule';

/** What a requirement of `matchExpressions` may ask of a label. */
const WITH_VALUES = ['In', 'NotIn'];
const WITHOUT_VALUES = ['Exists', 'DoesNotExist'];

/** What is wrong with a label selector (`matchLabels`, `matchExpressions`), wherever it stands: ValidateLabelSelector. */
export function* labelSelectorFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  yield* labelFaults(manifest, { path: `${path}.matchLabels`, value: fields(value).matchLabels });
  for (const requirement of itemsAt(value, 'matchExpressions')) {
    yield* requirementFaults(manifest, { ...requirement, path: `${path}.${requirement.path}` });
  }
}

function* requirementFaults(manifest: Manifest, { path, value }: Located): Iterable<Fault> {
  const { key, operator, values } = fields(value);
  yield* labelKeyFaults(manifest, { path: `${path}.key`, value: key });
  const list = { path: `${path}.values`, value: values };
  if (WITH_VALUES.includes(operator as string)) {
    if (items(values).length === 0) {
      yield fault(manifest, list, `must hold a value, since the operator is ${operator}`, 'write the values as a list');
    }
  } else if (WITHOUT_VALUES.includes(operator as string)) {
    if (items(values).length > 0) {
      const fix = 'leave values out, or write operator: In';
      yield fault(manifest, list, `must not be set, since the operator is ${operator}`, fix);
    }
  } else {
    const where = { path: `${path}.operator`, value: operator };
    yield fault(manifest, where, `must be one of ${[...WITH_VALUES, ...WITHOUT_VALUES].join(', ')}`, 'write In');
  }
  for (const [index, each] of items(values).entries()) {
    yield* labelValueFaults(manifest, { path: `${list.path}[${index}]`, value: each });
  }
}

/** Whether a selector says nothing: it then finds all objects, or none, or is refused. */
export function isEmptySelector(selector: unknown): boolean {
  const { matchLabels, matchExpressions } = fields(selector);
  return Object.keys(fields(matchLabels)).length === 0 && items(matchExpressions).length === 0;
}

/** Whether a sound selector finds an object with these labels. An empty one finds all. */
export function selectorFinds(selector: unknown, labels: Readonly<Record<string, unknown>>): boolean {
  const { matchLabels, matchExpressions } = fields(selector);
  const has = (key: string) => Object.hasOwn(labels, key);
  return (
    Object.entries(fields(matchLabels)).every(([key, value]) => has(key) && textOf(labels[key]) === textOf(value)) &&
    items(matchExpressions).every((requirement) => {
      const { key, operator, values } = fields(requirement);
      const name = String(key);
      const isIn = has(name) && items(values).map(textOf).includes(textOf(labels[name]));
      if (operator === 'In') return isIn;
      if (operator === 'NotIn') return !isIn;
      return has(name) === (operator === 'Exists');
    })
  );
}

/** Kubernetes reads a label without a value as one with empty text. */
function textOf(value: unknown): string {
  return String(value ?? '');
}
