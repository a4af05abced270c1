import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { blocksOf, project, sh } from './page';

const ROOT = join(__dirname, '..', '..');
const [yaml = ''] = blocksOf('from-yaml.md', 'yaml');
const scripts = blocksOf('from-yaml.md', 'sh');
const outputs = blocksOf('from-yaml.md', 'text');

test('the YAML of the page is the reference that the cluster tests compare with', () => {
  const reference = readFileSync(join(ROOT, 'test', 'cluster', 'reference-manifest.yaml'), 'utf8');
  expect(loadAll(yaml)).toEqual(loadAll(reference));
});

test('each command prints what the page says', () => {
  const folder = project();
  writeFileSync(join(folder, 'deployment_hpa.yaml'), yaml);
  expect(scripts).toHaveLength(outputs.length);
  for (const [index, script] of scripts.entries()) {
    const { stdout, stderr } = sh(folder, script.replace(/\n$/, ' || test $? -eq 1'));
    expect({ script, stdout, stderr }).toEqual({ script, stdout: outputs[index], stderr: '' });
  }
});
