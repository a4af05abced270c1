import { containerPort } from '../../lib/rules/container-port';
import { hostPort } from '../../lib/rules/host-port';
import { toldOf, withContainer } from './containers';
import { told } from './told';

test.each([
  [{ containerPort: 1 }, []],
  [{ containerPort: 65535, hostPort: 65535, name: 'a-1', protocol: 'SCTP' }, []],
  [{ containerPort: 1, hostPort: 0, name: '', protocol: '' }, []],
  [{ containerPort: 1, hostPort: null, name: null, protocol: null }, []],
  [{}, ['containerPort']],
  [{ containerPort: 0 }, ['containerPort']],
  [{ containerPort: 65536 }, ['containerPort']],
  [{ containerPort: 1, hostPort: -1 }, ['hostPort']],
  [{ containerPort: 1, hostPort: 65536 }, ['hostPort']],
  [{ containerPort: 1, name: 'HTTP' }, ['name']],
  [{ containerPort: 1, name: '80' }, ['name']],
  [{ containerPort: 1, name: 'a--b' }, ['name']],
  [{ containerPort: 1, name: 'sixteen-letters-' }, ['name']],
  [{ containerPort: 1, protocol: 'tcp' }, ['protocol']],
])('the port %j', (port, paths) => {
  expect(toldOf(containerPort, { ports: [port] })).toEqual(paths.map((path) => `ports[0].${path}`));
});

test('two ports of one container have two names, but may have one number', () => {
  const port = { containerPort: 80, name: 'http' };
  expect(toldOf(containerPort, { ports: [port, port] })).toEqual(['ports[1].name']);
  expect(toldOf(containerPort, { ports: [port, { containerPort: 80 }] })).toEqual([]);
});

describe('a port of the node', () => {
  const http = { containerPort: 80, hostPort: 8080 };

  test.each([
    ['the same', [http, { containerPort: 81, hostPort: 8080 }], ['ports[1].hostPort']],
    ['the same, by its default', [http, { ...http, protocol: 'TCP' }], ['ports[1].hostPort']],
    ['of another protocol', [http, { ...http, protocol: 'UDP' }], []],
    ['of another address', [http, { ...http, hostIP: '10.0.0.1' }], []],
    ['none', [{ containerPort: 80 }, { containerPort: 80 }], []],
  ])('beside one that is %s', (_what, ports, paths) => {
    expect(toldOf(hostPort, { ports })).toEqual(paths);
  });

  test('is taken by one container of a pod, but init containers may share it', () => {
    const [a, b] = [
      { name: 'a', image: 'a', ports: [http] },
      { name: 'b', image: 'b', ports: [http] },
    ];
    expect(told(hostPort, withContainer({}, { containers: [a, b] }))).toEqual([
      'spec.template.spec.containers[1].ports[0].hostPort',
    ]);
    expect(told(hostPort, withContainer({ ports: [http] }, { initContainers: [a, b] }))).toEqual([]);
  });

  test('is that of the container in the network of the node', () => {
    expect(toldOf(hostPort, { ports: [http] }, { hostNetwork: true })).toEqual(['ports[0].hostPort']);
    expect(toldOf(hostPort, { ports: [{ containerPort: 80, hostPort: 80 }] }, { hostNetwork: true })).toEqual([]);
  });

  test('was filled in for templates in the network of the node until 1.27, and is for Pods', () => {
    const ports = [{ containerPort: 80 }, { containerPort: 80 }];
    expect(toldOf(hostPort, { ports }, { hostNetwork: true }, 27)).toEqual(['ports[1].hostPort']);
    expect(toldOf(hostPort, { ports }, { hostNetwork: true }, 28)).toEqual([]);
    const pod = { apiVersion: 'v1', kind: 'Pod', spec: { hostNetwork: true, containers: [{ name: 'a', ports }] } };
    expect(told(hostPort, pod)).toEqual(['spec.containers[0].ports[1].hostPort']);
  });
});
