import { check } from '../../lib/check/check';
import { nameOf } from '../../lib/manifest';
import { NEWER } from '../fixtures/sound';
import { setOf } from '../manifests';

test.each(NEWER.map((object) => [nameOf(object), object] as const))(
  'an object with every field that came after 1.27 is sound: %s',
  (_name, object) => {
    const errors = check(setOf([object])).filter(({ finding }) => finding.severity === 'error');
    expect(errors.map(({ finding: { rule, path } }) => `${rule} ${path}`)).toEqual([]);
  },
);
