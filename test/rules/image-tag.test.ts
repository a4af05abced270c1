import { told, workload } from './objects';

test.each([
  ['registry.example.com/model', 1],
  ['registry.example.com:5000/model', 1],
  ['model:latest', 1],
  ['model:1.4.0', 0],
  ['registry.example.com:5000/model:1.4.0', 0],
  ['model@sha256:0123', 0],
  ['model:latest@sha256:0123', 0],
  ['model:$TAG', 0],
  ['', 0],
])('an image of %s: %d faults', (image, faults) => {
  expect(told('image-tag', [workload({ container: { image } })])).toHaveLength(faults);
});

test.each([
  ['model:latest', 'IfNotPresent', 1],
  ['model', 'IfNotPresent', 1],
  ['model:latest', 'Always', 0],
  ['model:latest', undefined, 0],
  ['model:1.4.0', 'IfNotPresent', 0],
  ['model:1.4.0', 'Never', 1],
])('%s pulled %s: %d faults', (image, imagePullPolicy, faults) => {
  expect(told('stale-image', [workload({ container: { image, imagePullPolicy } })])).toHaveLength(faults);
});
