/** What a change does for someone, as it is found at an object. */
export interface Consequence {
  readonly kind: ConsequenceKind;
  /** The number of pods that the apply sets, where it sets one. */
  readonly replicas?: number;
  /** The field that is refused. */
  readonly field?: string;
  /** What happens, in words and numbers. */
  readonly message: string;
  /** The way out that loses the least, where there is a loss. */
  readonly wayOut?: string;
}

/** Every kind of consequence, the gravest first: what does not happen at all, who is cut off, whose pods go. */
export const CONSEQUENCE_KINDS = [
  /** The API server takes it not. */
  'refused',
  /** Someone reaches it no longer, or elsewhere. */
  'traffic',
  /** The number of pods that run changes with the apply. */
  'count',
  /** Pods are replaced. */
  'restart',
  /** Pods go on with what they have read, or were made from. */
  'stale',
  /** What a drain of a node, or the loss of one, does. */
  'drain',
  /** Scaling begins elsewhere, goes faster or slower, or ends. */
  'scaling',
  /** A pod is Ready earlier or later, or has more or less time before it is killed. */
  'timing',
  /** More or fewer pods, or others, at rest and at most. */
  'capacity',
  /** It stays in the cluster. */
  'left',
] as const;

export type ConsequenceKind = (typeof CONSEQUENCE_KINDS)[number];
