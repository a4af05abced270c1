import { Protocol } from '../../lib';
import { render } from '../manifests';

const ingressOf = (props: Parameters<typeof render>[0]) =>
  render({ networkPolicy: {}, ...props }).NetworkPolicy.spec.ingress;

test('lets in what the Services lead to, each port once', () => {
  const ports = [
    { containerPort: 8080, name: 'http' },
    { containerPort: 9090, name: 'metrics' },
    { containerPort: 53, protocol: Protocol.UDP },
  ];
  const service = {
    ports: [
      { port: 80, name: 'http' },
      { port: 8080, name: 'again' },
      { port: 53, name: 'dns' },
    ],
  };
  expect(ingressOf({ ports, service, additionalServices: [{ name: 'm', ports: [{ port: 9090 }] }] })).toEqual([
    { ports: [{ port: 8080 }, { port: 53, protocol: 'UDP' }, { port: 9090 }] },
  ]);
});

test('a port of a Service that leads to the same number', () => {
  expect(ingressOf({ ports: [], service: { ports: [{ port: 80 }] } })).toEqual([{ ports: [{ port: 80 }] }]);
});

test('without a Service it lets in the ports of the container that serves', () => {
  expect(ingressOf({ createService: false, ports: [{ containerPort: 5000 }] })).toEqual([{ ports: [{ port: 5000 }] }]);
});

/** To Kubernetes an empty list means everyone, or every port. */
test.each([
  ['nobody may connect', { networkPolicy: { from: [] } }],
  ['a worker has no ports', { createService: false }],
  ['no Service has ports', { service: { headless: true, ports: [] } }],
])('it lets nobody in where %s', (_what, props) => {
  expect(ingressOf(props)).toEqual([]);
});
