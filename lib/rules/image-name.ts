import { containersOf, fields } from '../manifest';
import { fault, type Rule } from './rule';

export const imageName: Rule = {
  id: 'image-name',
  severity: 'error',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(manifests) {
    for (const manifest of manifests) {
      for (const container of containersOf(manifest)) {
        const { image } = fields(container.value);
        if (typeof image === 'string' && /^\S+$/.test(image)) continue;
        yield fault(
          manifest,
          { path: `${container.path}.image`, value: image },
          'must be the name of an image, without blanks',
          "write it as the registry knows it: 'registry.example.com/team/model:1.2.3'",
        );
      }
    }
  },
};
