import { isPlaceholder } from './image';
import { child } from './located';
import { containersWith } from './pods';
import { fault, type Rule } from './rule';

const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const DOMAIN = `${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F0-9:]+\\]`;
const STEP = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const TAG = '\\w[\\w.-]{0,127}';
const DIGEST = 'sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}';

/** As the container runtime reads it: github.com/distribution/reference. */
const REFERENCE = new RegExp(`^((?:(?:${DOMAIN})(?::\\d+)?/)?${STEP}(?:/${STEP})*)(?::${TAG})?(?:@(?:${DIGEST}))?$`);

/** Names are stored with the registry and the folder that short ones stand for. */
const LONGEST_NAME = 255;

export const imageReference: Rule = {
  id: 'image-reference',
  severity: 'error',
  accepted: true,
  summary:
    'The name of an image is one that a node can read: lower-case steps, a tag, a digest. Kubernetes takes any, and then the container waits with InvalidImageName.',
  source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
  *check(set) {
    for (const container of containersWith(set, 'image')) {
      const image = child(container, 'image');
      if (typeof image.value !== 'string' || image.value === '') continue;
      if (isReadable(image.value) || isPlaceholder(image.value)) continue;
      yield fault(container.manifest, image, 'must be the name of an image that a node can read', wayOut(image.value));
    }
  },
};

function isReadable(image: string): boolean {
  const [, name] = REFERENCE.exec(image) ?? [];
  // ko writes the name of what it built in place of `ko://...`.
  return image.startsWith('ko://') || (name !== undefined && name.length <= LONGEST_NAME);
}

function wayOut(image: string): string {
  if (/\s/.test(image)) return 'leave the blanks out';
  if (isReadable(image.toLowerCase())) return 'write it in lower case';
  return "write it as the registry knows it: 'registry.example.com/team/model:1.2.3'";
}
