import { isPlaceholder } from './image';
import { child } from './located';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

export const imagePlaceholder: Rule = {
  id: 'image-placeholder',
  severity: 'warning',
  summary:
    'The image is filled in before the file is applied: Kubernetes takes a placeholder, and then the container waits with InvalidImageName.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(set) {
    for (const container of containersWith(set, 'image')) {
      const image = child(container, 'image');
      if (typeof image.value !== 'string' || !isPlaceholder(image.value)) continue;
      const must = 'must be filled in before it is applied';
      yield fault(
        container.manifest,
        image,
        must,
        'write the image, or apply what envsubst, kustomize or sed makes of it',
      );
    }
  },
};
