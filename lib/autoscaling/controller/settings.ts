/**
 * What the controller is told by the flags of kube-controller-manager, and what differs between versions of Kubernetes.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
 */
export interface ControllerSettings {
  /** The minor version: 29 for Kubernetes 1.29. */
  readonly kubernetes: number;
  /** Milliseconds from one look at an autoscaler to the next: `--horizontal-pod-autoscaler-sync-period`. */
  readonly syncPeriod: number;
  /** How far usage may be off the target, as a ratio: `--horizontal-pod-autoscaler-tolerance`. */
  readonly tolerance: number;
  /** Milliseconds from the start of a pod in which its CPU counts only once it is ready. */
  readonly cpuInitializationPeriod: number;
  /** Milliseconds from the start of a pod in which to be unready means never to have been ready. */
  readonly initialReadinessDelay: number;
  /** Milliseconds for which a high recommendation holds: `--horizontal-pod-autoscaler-downscale-stabilization`. */
  readonly downscaleStabilization: number;
}

/** What kube-controller-manager has without any flag, but for the version. */
export const DEFAULT_SETTINGS: Omit<ControllerSettings, 'kubernetes'> = {
  syncPeriod: 15_000,
  tolerance: 0.1,
  cpuInitializationPeriod: 300_000,
  initialReadinessDelay: 30_000,
  downscaleStabilization: 300_000,
};

/** A new autoscaler, and a changed one, is looked at at once since 1.37; before, when its turn comes. */
export const LOOKS_AT_ONCE_SINCE = 37;

/** Before 1.28, pods without a sample were taken to use nothing where the others are exactly at an amount aimed at. */
export const LEFT_OUT_AT_TARGET_SINCE = 28;

/** Scaling to and from zero by metrics came with a condition of its own, on by default since 1.37. */
export const SCALES_TO_ZERO_SINCE = 37;
/** Since 1.36 what stands at zero stays there, unless the controller itself put it there. */
export const REMEMBERS_ZERO_SINCE = 36;
