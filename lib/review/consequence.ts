/** What a change does for someone. */
export interface Consequence {
  readonly kind: ConsequenceKind;
  /** `Deployment ranker`. */
  readonly object: string;
  /** The number of pods that the apply sets, where it sets one. */
  readonly replicas?: number;
  /** The field that can't be changed, where the API server refuses it. */
  readonly field?: string;
  /** What happens, in words and numbers. */
  readonly message: string;
  /** The way out that loses the least, where there is a loss. */
  readonly wayOut?: string;
}

export type ConsequenceKind =
  /** The API server takes it not. */
  | 'refused'
  /** Pods are replaced. */
  | 'restart'
  /** The number of pods that run changes with the apply. */
  | 'count'
  /** More or fewer pods, or others, at rest and at most. */
  | 'capacity'
  /** Scaling begins elsewhere, or ends. */
  | 'scaling'
  /** Someone reaches it no longer, or elsewhere. */
  | 'traffic'
  /** It stays in the cluster. */
  | 'left';
