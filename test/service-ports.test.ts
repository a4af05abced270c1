import { Protocol } from '../lib';
import { render } from './manifests';

const PORTS = [
  { containerPort: 8000, name: 'http' },
  { containerPort: 8002, name: 'metrics' },
  { containerPort: 9000, protocol: Protocol.UDP },
];

const portsOf = (ports: { port: number; name?: string }[]) =>
  render({ ports: PORTS, service: { ports } }).Service.spec.ports;

test('the only port of a Service leads to the first of the container', () => {
  expect(portsOf([{ port: 80 }])).toEqual([{ port: 80, targetPort: 8000 }]);
});

test.each([
  ['the same number', { port: 8002, name: 'm' }, { port: 8002, name: 'm', targetPort: 8002 }],
  ['the same name', { port: 90, name: 'metrics' }, { port: 90, name: 'metrics', targetPort: 8002 }],
  ['its protocol', { port: 9000, name: 'u' }, { port: 9000, name: 'u', targetPort: 9000, protocol: 'UDP' }],
])('it leads to the container port of %s', (_what, port, rendered) => {
  expect(portsOf([port])).toEqual([rendered]);
  expect(portsOf([{ port: 80, name: 'other' }, port])[1]).toEqual(rendered);
});

test('one of several that no container port goes with leads to its own number, as Kubernetes has it', () => {
  expect(
    portsOf([
      { port: 8000, name: 'a' },
      { port: 81, name: 'b' },
    ]),
  ).toEqual([
    { port: 8000, name: 'a', targetPort: 8000 },
    { port: 81, name: 'b' },
  ]);
});
