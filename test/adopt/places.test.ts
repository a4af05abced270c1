import { report } from '../../lib/adopt/format/text';
import { placesIn } from '../../lib/read/tree';
import { adopted } from '../fixtures/adopted';

jest.mock('../../lib/read/tree', () => {
  const tree = jest.requireActual('../../lib/read/tree');
  return { ...tree, placesIn: jest.fn(tree.placesIn) };
});

const CONFIG_MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings }\n';

test('where an object stands is looked for only where it is told', () => {
  const asked = jest.mocked(placesIn);
  expect(report(adopted(CONFIG_MAP))).toContain('1 object');
  expect(asked).not.toHaveBeenCalled();
  expect(report(adopted(CONFIG_MAP.replace('ConfigMap', 'Deployment')))).toContain('(k8s/app.yaml:2): no autoscaler');
  expect(asked).toHaveBeenCalled();
});
