import { imageName } from '../../lib/rules/image-name';
import { imagePlaceholder } from '../../lib/rules/image-placeholder';
import { imageReference } from '../../lib/rules/image-reference';
import { imageTag } from '../../lib/rules/image-tag';
import { setOf } from '../manifests';
import { toldOf, withContainer } from './containers';
import { told } from './told';

const DIGEST = `sha256:${'0a'.repeat(32)}`;

test.each([
  'model',
  'model:latest',
  'ml/model:1.2.3-rc.1_2',
  'registry.example.com/ml/model',
  'localhost/model',
  'registry:5000/a/b/c/model:1',
  'EXAMPLE.com/model',
  '[::1]:5000/model',
  `model@${DIGEST}`,
  `model:1@${DIGEST}`,
  'a__b/c-d/e.f/g---h',
  'ko://github.com/example/Model',
])('%s can be pulled', (image) => {
  expect(toldOf(imageReference, { image })).toEqual([]);
});

test.each([
  ' model',
  'model ',
  'ml model',
  'Model',
  'ml/Model:1',
  'model:',
  'model:-1',
  `model:${'1'.repeat(129)}`,
  'model@sha256:12',
  'model@md5:00000000000000000000000000000000',
  '-model',
  'a//b',
  '/model',
  'model/',
  'https://registry.example.com/model',
  `registry.example.com/${'a'.repeat(250)}`,
])('%j can never be pulled', (image) => {
  expect(toldOf(imageReference, { image })).toEqual(['image']);
});

test.each([
  '$(IMAGE)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it stands so in YAML
  '${REGISTRY}/model:1',
  '$IMAGE',
  '<REGISTRY>/model:1',
  '{{ image }}',
  'eu-docker.pkg.dev/PROJECT_ID/model',
])('%j is a placeholder, and nothing else', (image) => {
  expect(toldOf(imagePlaceholder, { image })).toEqual(['image']);
  expect([...toldOf(imageReference, { image }), ...toldOf(imageTag, { image })]).toEqual([]);
});

test('a long name takes no time', () => {
  for (const image of ['a', 'a.', 'a-', 'a/', 'A'].map((part) => `${part.repeat(50_000)}!`)) {
    expect(toldOf(imageReference, { image })).toEqual(['image']);
  }
});

test('the way out is to write lower case, where that is all', () => {
  const [fault] = imageReference.check(setOf([withContainer({ image: 'ml/Model:1' })]));
  expect(fault?.fix).toBe('write it in lower case');
});

test.each([undefined, null, ''])('an image that is %j is missing', (image) => {
  expect(toldOf(imageName, { image })).toEqual(['image']);
  expect(toldOf(imageReference, { image })).toEqual([]);
});

test('a Pod takes no blanks around an image, a template does', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a', image: 'a ' }] } };
  expect(told(imageName, pod)).toEqual(['spec.containers[0].image']);
  expect(toldOf(imageName, { image: 'a ' })).toEqual([]);
});
