import { at } from '../manifest';
import { nearest } from './nearest';
import { podVolumesOf } from './pod-volumes';
import { fault, type Rule } from './rule';

const MEDIA = ['', 'Memory', 'HugePages'];

export const emptyDirMedium: Rule = {
  id: 'empty-dir-medium',
  severity: 'error',
  accepted: true,
  summary:
    'An emptyDir lives on the disk of the node, in its Memory or in its HugePages: for any other medium no pod starts.',
  source: 'https://github.com/kubernetes/kubernetes/blob/v1.37.2/pkg/volume/emptydir/empty_dir.go',
  *check(set) {
    for (const volume of podVolumesOf(set)) {
      const medium = at(volume.value, 'emptyDir', 'medium');
      if (typeof medium !== 'string' || MEDIA.includes(medium) || medium.startsWith('HugePages-')) continue;
      const meant = nearest(medium, MEDIA) ?? 'Memory';
      const where = { path: `${volume.path}.emptyDir.medium`, value: medium };
      yield fault(
        volume.manifest,
        where,
        'must be Memory or HugePages, or not be set',
        `write ${meant}, or leave it out`,
      );
    }
  },
};
