import { at } from '../../lib/manifest';
import { readTree } from '../../lib/read/tree';
import { toYaml } from '../../lib/synth/emit';
import { Random } from '../fixtures/random';
import { anyText, STRANGE } from '../fixtures/texts';
import { clusters } from './clusters';

/** Plain scalars that YAML 1.1 and 1.2 read in different ways, or that look as if they were something else. */
const SCALARS = [
  'y', 'Y', 'yes', 'Yes', 'YES', 'n', 'No', 'on', 'Off', 'true', 'True', 'TRUE', 'tRUE', '~', 'null', 'Null', 'nULL', '',
  '0', '-0', '+1', '1_000', '010', '0o17', '-0o7', '0x1F', '0X1F', '0b11', '0B1', '08', '09.5', '1e3', '1e+3', '1.', '.5', '-.5', '+.5e1', '1e', '.e1',
  '1:30', '190:20:30', '2001-12-14', '2001-12-14t21:59:43.10-05:00', '0.1.2', '1.10', '-a', '=', '<<x', 'null a', '500m', '1Gi',
  '12345678901', '0777777777777', '1__0', '_1', '0_8', '+', '-x', '.', '..', '.a', '0x', '0b', '0b2', '0o8', '1,000',
]; // biome-ignore format: a table

/** Documents that are more than a list of fields. */
const DOCUMENTS: Record<string, string> = {
  'anchors and merge keys': 'data:\n  base: &base {a: "1", b: "2"}\n  more:\n    <<: *base\n    b: "3"\n',
  'a merge of several': 'data:\n  x: &x {a: "1"}\n  y: &y {a: "2", b: "2"}\n  z: {<<: [*x, *y], c: "3"}\n',
  'a merge key that is quoted': 'data:\n  x: {"<<": {a: "1"}, b: "2"}\n',
  'a key said twice': 'data:\n  a: "1"\n  a: "2"\n',
  'keys that are no text': 'data:\n  1: "a"\n  true: "b"\n  on: "c"\n  1.5: "d"\n',
  'tags': 'data:\n  a: !!str 12\n  b: !!int "12"\n  c: !!str yes\n',
  'block scalars': 'data:\n  a: |\n    x\n     y\n\n  b: >-\n    x\n    y\n  c: |+\n    x\n\n',
  'quoted scalars': `data:\n  a: 'it''s'\n  b: "a\\tb\\u00e4"\n  c: "x\n    y"\n`,
  'comments and flow': 'data: {a: "1", # c\n  b: [1, 2,], c: {}}\n',
}; // biome-ignore format: a table

const HEADER = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: yaml}\n';

describe.each(clusters())('kubectl of Kubernetes %s', (_version, cluster) => {
  async function asKubectlReads(text: string): Promise<unknown> {
    const args = ['create', '--dry-run=client', '--validate=false', '-o', 'json', '-f', '-'];
    return JSON.parse(await cluster.kubectl(args, text)).data;
  }

  test('reads plain scalars as we do', async () => {
    const text = `${HEADER}data:\n${SCALARS.map((scalar, index) => `  k${index}: ${scalar}\n`).join('')}`;
    const ours = at(readTree(text).value, 'data') as Record<string, unknown>;
    const theirs = (await asKubectlReads(text)) as Record<string, unknown>;
    const differ = SCALARS.flatMap((scalar, index) => {
      const [mine, kubectls] = [JSON.stringify(ours[`k${index}`]), JSON.stringify(theirs[`k${index}`])];
      return mine === kubectls ? [] : [`${scalar}: we read ${mine}, kubectl ${kubectls}`];
    });
    expect(differ).toEqual([]);
  });

  test.each(Object.entries(DOCUMENTS))('reads %s as we do', async (_what, document) => {
    const text = `${HEADER}${document}`;
    expect(at(readTree(text).value, 'data')).toEqual(await asKubectlReads(text));
  });

  test('reads what we write as what it was', async () => {
    const random = new Random(1);
    const texts = Array.from({ length: 3000 }, () => anyText(random));
    const data = Object.fromEntries(
      [...STRANGE, ...texts].map((text, index) => [index % 2 > 0 ? text : `k${index}`, text]),
    );
    const written = toYaml([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'yaml' }, data }]);
    expect(await asKubectlReads(written)).toEqual(data);
  });
});
