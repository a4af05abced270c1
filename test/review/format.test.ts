import { FORMATS } from '../../lib/review/format';
import { CHANGES } from '../fixtures/changes';
import { reviewed } from './reviewed';

const changed = (name: string) => {
  const { before, after } = CHANGES.find((each) => each.name === name) ?? { before: [], after: [] };
  return reviewed(before, after);
};

describe.each(Object.entries(FORMATS))('%s', (_name, format) => {
  test('a change of a request', () => {
    expect(format(changed('another request'))).toMatchSnapshot();
  });

  test('what changes nothing is said to', () => {
    expect(format(changed('a comment'))).toMatchSnapshot();
  });
});

test('names from a file are no markup and call nobody', () => {
  const name = 'a`b|<img src=x>](http://e.example) @team #12 GH-3 </details>\n# head\u202e**';
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { a: 'b' } };
  const comment = FORMATS.markdown?.(reviewed([object], [])) ?? '';
  expect(comment).not.toMatch(/<img|\]\(|@team|#12|GH-3|^# head|\u202e/m);
  expect(comment.match(/<\/details>/g)).toHaveLength(comment.match(/<details>/g)?.length ?? 0);
});

test('nothing moves the cursor', () => {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a\u001b[2Jb\n' }, data: {} };
  expect(FORMATS.text?.(reviewed([object], []))).not.toContain('\u001b');
});
