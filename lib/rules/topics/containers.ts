import { containerName } from '../container-name';
import { imageName } from '../image-name';
import { imagePlaceholder } from '../image-placeholder';
import { imagePullPolicy } from '../image-pull-policy';
import { imageReference } from '../image-reference';
import { podContainers } from '../pod-containers';
import type { Rule } from '../rule';

/** Rules on every container. */
export const RULES: readonly Rule[] = [
  podContainers,
  containerName,
  imageName,
  imageReference,
  imagePlaceholder,
  imagePullPolicy,
];
