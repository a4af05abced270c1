import { isMoving, tagOf } from './image';
import { podsOf } from './pods';
import { fault, type Rule } from './rule';

export const imageTag: Rule = {
  id: 'image-tag',
  severity: 'warning',
  summary: 'An image has a tag that stays, or a digest: of latest nobody can say what runs, or go back to what ran.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(set) {
    for (const pod of podsOf(set)) {
      for (const {
        path,
        fields: { image },
      } of pod.containers) {
        if (!isMoving(image)) continue;
        const must =
          tagOf(image) === undefined ? 'must have a tag: without one it is latest' : 'must have a tag that stays';
        yield fault(
          pod.manifest,
          { path: `${path}.image`, value: image },
          must,
          'write the version, or the digest (@sha256:...)',
        );
      }
    }
  },
};
