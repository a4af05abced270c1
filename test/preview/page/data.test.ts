import { parseShape, preview } from '../../../lib/preview';
import { decode, encode } from '../../../lib/preview/page/data';
import { fillPage } from '../../../lib/preview/page/fill';
import { APP } from '../../browser/app';

const LOAD = 'step:to=4';
const PREVIEWS = preview(APP, { load: parseShape(LOAD), variants: ['maxReplicas=3'] });
const SCENARIOS = PREVIEWS.map(({ subject, variant }) => ({ ...subject, variant, shape: LOAD }));

test('what goes into the page comes out of it', () => {
  expect(decode(encode({ scenarios: SCENARIOS, perRequest: 0.02 }))).toEqual({
    scenarios: SCENARIOS,
    perRequest: 0.02,
  });
});

test('a load that all scenarios have is written once', () => {
  expect(encode({ scenarios: SCENARIOS, perRequest: 1 }).match(/"times"/g)).toHaveLength(1);
});

test('no text of it opens or closes an element', () => {
  const scenarios = SCENARIOS.map((scenario) => ({ ...scenario, name: '</script><!--<script>' }));
  const text = encode({ scenarios, perRequest: 1 });
  expect(text).not.toContain('<');
  expect(decode(text).scenarios[0]?.name).toBe('</script><!--<script>');
});

test.each([
  ['the shape that was played', LOAD, 1, LOAD],
  ['another shape', 'step:to=5', 1, undefined],
  ['in another unit', LOAD, 0.02, undefined],
  ['a file', 'load.csv', 1, undefined],
  ['nothing', undefined, 1, undefined],
])('the controls say a load only where that was played: %s', (_, load, perRequest, shape) => {
  const page = fillPage('<script id="data"></script>', PREVIEWS, { load, perRequest });
  const [, text = ''] = /<script id="data">(.*)<\/script>/s.exec(page) ?? [];
  expect(decode(text).scenarios.map((scenario) => scenario.shape)).toEqual([shape, shape]);
});
