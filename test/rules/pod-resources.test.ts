import { podFromTemplate } from '../../lib/rules/pod-from-template';
import { podOverhead } from '../../lib/rules/pod-overhead';
import { podResources } from '../../lib/rules/pod-resources';
import { lonePod, toldOfPod } from './pods';
import { told } from './told';

const container = (resources: unknown, other: object = {}) => ({ name: 'server', image: 'model', resources, ...other });
const asking = (requests: object) => container({ requests });

describe('what a pod asks for as a whole', () => {
  const pod = (resources: unknown, containers: unknown[], initContainers: unknown[] = []) => ({
    resources,
    containers,
    initContainers,
  });

  test.each([
    ['enough', pod({ requests: { cpu: '3' } }, [asking({ cpu: '1' }), asking({ cpu: '2' })]), []],
    [
      'too little',
      pod({ requests: { cpu: '2' } }, [asking({ cpu: '1' }), asking({ cpu: '1001m' })]),
      ['requests[cpu]'],
    ],
    ['another thing', pod({ requests: { memory: '1Gi' } }, [asking({ cpu: '9' })]), []],
    ['too little to begin with', pod({ requests: { cpu: '1' } }, [], [asking({ cpu: '2' })]), ['requests[cpu]']],
    [
      'enough for one after the other',
      pod({ requests: { cpu: '2' } }, [asking({ cpu: '2' })], [asking({ cpu: '2' })]),
      [],
    ],
    [
      'too little for a sidecar',
      pod(
        { requests: { cpu: '2' } },
        [asking({ cpu: '2' })],
        [container({ requests: { cpu: '1' } }, { restartPolicy: 'Always' })],
      ),
      ['requests[cpu]'],
    ],
    ['claims', pod({ claims: [] }, []), ['claims']],
    [
      'huge pages',
      pod({ limits: { 'hugepages-2Mi': '4Mi' } }, [
        container({ limits: { 'hugepages-2Mi': '4Mi' } }),
        container({ limits: { 'hugepages-2Mi': '2Mi' } }),
      ]),
      ['limits[hugepages-2Mi]'],
    ],
  ])('is told: %s', (_what, spec, paths) => {
    expect(toldOfPod(podResources, spec)).toEqual(paths.map((path) => `resources.${path}`));
    expect(toldOfPod(podResources, spec, 33)).toEqual([]);
  });

  test('limits each container', () => {
    const spec = pod(
      { limits: { cpu: '2' } },
      [container({ limits: { cpu: '3' } })],
      [container({ limits: { cpu: '3' } })],
    );
    expect(toldOfPod(podResources, spec)).toEqual(['containers[0].resources.limits[cpu]']);
  });

  test.each([
    [
      'a limit of a container is its request',
      pod({ requests: { cpu: '1' } }, [container({ limits: { cpu: '2' } })]),
      'requests[cpu]',
    ],
    ['the requests are below the limit', pod({ limits: { cpu: '1' } }, [asking({ cpu: '2' })]), 'limits[cpu]'],
  ])('is filled in for a Pod: %s', (_what, spec, path) => {
    expect(told(podResources, lonePod(spec))).toEqual([`spec.resources.${path}`]);
    expect(toldOfPod(podResources, spec)).toEqual([]);
    expect(toldOfPod(podFromTemplate, spec)).toEqual([`resources.${path}`]);
  });
});

test('a template that says a node beside a gate makes no pod', () => {
  expect(podFromTemplate.accepted).toBe(true);
  expect(toldOfPod(podFromTemplate, { nodeName: 'node-1', schedulingGates: [{ name: 'a' }] })).toEqual(['nodeName']);
});

test.each([
  [{ cpu: '100m', memory: '64Mi', 'example.com/thing': 2 }, []],
  [{ memory: '64Mi', 'hugepages-2Mi': '4Mi' }, []],
  [{ cpu: null }, []],
  [{ mem: '64Mi' }, ['[mem]']],
  [{ 'requests.cpu': '1' }, ['[requests.cpu]']],
  [{ cpu: '-1' }, ['[cpu]']],
  [{ 'example.com/thing': '0.5' }, ['[example.com/thing]']],
  [{ memory: '64Mi', 'hugepages-2Mi': '3Mi' }, ['[hugepages-2Mi]']],
  [{ 'hugepages-2Mi': '4Mi' }, ['']],
])('the overhead %j', (overhead, paths) => {
  expect(toldOfPod(podOverhead, { overhead })).toEqual(paths.map((path) => `overhead${path}`));
});
