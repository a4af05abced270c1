import { isKind } from '../manifest';
import { child } from './located';
import { containersIn } from './pods';
import { fault, type Rule } from './rule';
import { requiredFaults } from './value';

export const imageName: Rule = {
  id: 'image-name',
  severity: 'error',
  summary: 'A container has an image; in a Pod, no blanks stand around its name.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(set) {
    for (const container of containersIn(set)) {
      const image = child(container, 'image');
      yield* requiredFaults(container.manifest, image, "write its name: 'registry.example.com/team/model:1.2.3'");
      // A template is taken with blanks, and then no pod of it: image-reference tells that.
      if (isKind(container.manifest, 'Pod') && typeof image.value === 'string' && image.value !== image.value.trim()) {
        yield fault(container.manifest, image, 'must not have blanks around it', 'leave the blanks out');
      }
    }
  },
};
