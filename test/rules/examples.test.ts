import { ACKNOWLEDGEMENT } from '../../lib/check/check';
import { YAML_SYNTAX } from '../../lib/check/files';
import { allRules } from '../../lib/rules';
import { checkExample, exampleOf } from './examples';

/** Each finding has one of these ids; a page and two examples stand for each. */
const IDS = [...allRules(), ACKNOWLEDGEMENT, YAML_SYNTAX].map(({ id }) => id);

/** These look at several files at once: their tests stand in test/check. */
const ACROSS_FILES = ['duplicate-in-folder', 'autoscaler-conflict-in-folder', 'node-port-conflict-in-folder'];

/** What stands on another fault: only an image that moves can be a stale one. */
const STANDS_ON: Readonly<Record<string, string>> = { 'stale-image': 'image-tag' };

test.each(IDS.filter((id) => !ACROSS_FILES.includes(id)))(
  '%s finds what is wrong, and nothing in what is right',
  (id) => {
    expect(exampleOf(id, 'wrong')).toBeDefined();
    expect(exampleOf(id, 'right')).toBeDefined();

    const wrong = checkExample(id, 'wrong').findings;
    expect(wrong.map(({ rule }) => rule)).toContain(id);
    // One example, one fault: what else is wrong would only confuse a reader.
    const others = wrong.filter(({ rule, severity }) => rule !== id && severity !== 'advice');
    expect(others.filter(({ rule }) => rule !== STANDS_ON[id])).toEqual([]);

    const right = checkExample(id, 'right').findings;
    expect(right.filter(({ rule, severity }) => rule === id || severity !== 'advice')).toEqual([]);
  },
);

test('no two rules have the same id', () => {
  expect(new Set(IDS).size).toBe(IDS.length);
});
