import type { Manifest } from '../../lib/manifest';
import { review } from '../../lib/review/review';
import { ManifestSet } from '../../lib/rules/manifest-set';
import { CHANGES } from '../fixtures/changes';

const BASE = CHANGES.find(({ name }) => name === 'no change')?.before ?? [];
const LARGER = CHANGES.find(({ name }) => name === 'another maximum')?.after ?? [];

/** Folders by their names, as those of environments are: the objects of all are called alike. */
function folders(manifests: Readonly<Record<string, readonly Manifest[]>>) {
  const settings = { kubernetes: 37 };
  const around = new ManifestSet(Object.values(manifests).flat(), settings);
  return Object.entries(manifests).map(([name, own]) => ({ name, set: new ManifestSet(own, settings, { around }) }));
}

/** Each its own objects: one is never in two folders. */
const copy = (manifests: readonly Manifest[]): Manifest[] => structuredClone([...manifests]);

test('a change in one of two environments is told there, and there alone', () => {
  const before = folders({ dev: copy(BASE), prod: copy(BASE) });
  const { consequences } = review(before, folders({ dev: copy(BASE), prod: copy(LARGER) }));
  expect(consequences).toMatchObject([{ kind: 'capacity', object: 'Deployment model', folder: 'prod' }]);
  const first = review(before, folders({ dev: copy(LARGER), prod: copy(BASE) }));
  expect(first.consequences).toMatchObject([{ kind: 'capacity', folder: 'dev' }]);
});

test('an environment more is new, and one less is left', () => {
  const one = folders({ dev: copy(BASE) });
  const two = folders({ dev: copy(BASE), prod: copy(BASE) });
  expect(review(one, two).consequences).toMatchObject([{ kind: 'capacity', folder: 'prod' }]);
  expect(review(two, one).consequences.filter(({ kind }) => kind === 'left')).toHaveLength(BASE.length);
});

test('a folder that is called otherwise is the same', () => {
  expect(review(folders({ a: copy(BASE) }), folders({ b: copy(BASE) }))).toMatchObject({
    consequences: [],
    changed: 0,
  });
});

test('findings of one environment do not hide those of another', () => {
  const bad = copy(BASE).map((each) =>
    each.kind === 'Deployment' ? { ...each, spec: { ...(each.spec as object), replicas: 2 } } : each,
  );
  const { added } = review(folders({ dev: copy(bad), prod: copy(BASE) }), folders({ dev: copy(bad), prod: copy(bad) }));
  expect(added).toMatchObject([{ rule: 'replicas-beside-autoscaler', folder: 'prod' }]);
});
