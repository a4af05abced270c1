import { ambiguousSelector } from './ambiguous-selector';
import { apiVersion } from './api-version';
import { autoscalerAnnotation } from './autoscaler-annotation';
import { autoscalerConflict } from './autoscaler-conflict';
import { autoscalerConflictInFolder } from './autoscaler-conflict-in-folder';
import { backendPort } from './backend-port';
import { backendService } from './backend-service';
import { base64 } from './base64';
import { claimAccessMode } from './claim-access-mode';
import { claimClass } from './claim-class';
import { claimDataSource } from './claim-data-source';
import { claimSelector } from './claim-selector';
import { claimStorage } from './claim-storage';
import { claimVolumeMode } from './claim-volume-mode';
import { clusterIp } from './cluster-ip';
import { clusterScope } from './cluster-scope';
import { containerClaim } from './container-claim';
import { containerName } from './container-name';
import { containerPort } from './container-port';
import { containerRestartPolicy } from './container-restart-policy';
import { containerSecurityContext } from './container-security-context';
import { cpuUnit } from './cpu-unit';
import { cronJob } from './cron-job';
import { disruptionBudget } from './disruption-budget';
import { disruptionBudgetBlocks } from './disruption-budget-blocks';
import { disruptionBudgetOverlap } from './disruption-budget-overlap';
import { disruptionBudgetSelector } from './disruption-budget-selector';
import { dnsConfig } from './dns-config';
import { documentSeparator } from './document-separator';
import { downwardApiVolume } from './downward-api-volume';
import { duplicateInFolder } from './duplicate-in-folder';
import { duplicateKey } from './duplicate-key';
import { duplicateObject } from './duplicate-object';
import { emptyDirMedium } from './empty-dir-medium';
import { emptyMetrics } from './empty-metrics';
import { envFrom } from './env-from';
import { envName } from './env-name';
import { envRepeated } from './env-repeated';
import { envValueFrom } from './env-value-from';
import { ephemeralContainer } from './ephemeral-container';
import { ephemeralVolume } from './ephemeral-volume';
import { externalIp } from './external-ip';
import { externalName } from './external-name';
import { fieldRef } from './field-ref';
import { fieldType } from './field-type';
import { fileKeyRef } from './file-key-ref';
import { finalizerName } from './finalizer-name';
import { fixedRange } from './fixed-range';
import { generateName } from './generate-name';
import { generation } from './generation';
import { gpuScaledOnCpu } from './gpu-scaled-on-cpu';
import { healthCheckNodePort } from './health-check-node-port';
import { hostAlias } from './host-alias';
import { hostNamespace } from './host-namespace';
import { hostPathReplicas } from './host-path-replicas';
import { hostPort } from './host-port';
import { hostPortReplicas } from './host-port-replicas';
import { imageName } from './image-name';
import { imagePlaceholder } from './image-placeholder';
import { imagePullPolicy } from './image-pull-policy';
import { imageReference } from './image-reference';
import { imageTag } from './image-tag';
import { ingressBackend } from './ingress-backend';
import { ingressClass } from './ingress-class';
import { ingressHost } from './ingress-host';
import { ingressPath } from './ingress-path';
import { ingressRule } from './ingress-rule';
import { ingressTls } from './ingress-tls';
import { initContainer } from './init-container';
import { ipBlock } from './ip-block';
import { ipFamily } from './ip-family';
import { job } from './job';
import { labelSyntax } from './label-syntax';
import { lifecycleHook } from './lifecycle-hook';
import { livenessAsReadiness } from './liveness-as-readiness';
import { livenessSlowStart } from './liveness-slow-start';
import { livenessStart } from './liveness-start';
import { loadBalancerClass } from './load-balancer-class';
import { loadBalancerSourceRange } from './load-balancer-source-range';
import { memoryLimit } from './memory-limit';
import { memoryTarget } from './memory-target';
import { memoryUnit } from './memory-unit';
import { memoryVolumeLimit } from './memory-volume-limit';
import { memoryVolumeSize } from './memory-volume-size';
import { metricContainer } from './metric-container';
import { metricRequest } from './metric-request';
import { metricTargetUnit } from './metric-target-unit';
import { narrowTarget } from './narrow-target';
import { networkPolicyPeer } from './network-policy-peer';
import { networkPolicyPort } from './network-policy-port';
import { networkPolicySelector } from './network-policy-selector';
import { networkPolicyType } from './network-policy-type';
import { nodeAffinity } from './node-affinity';
import { nodePort } from './node-port';
import { nodePortConflict } from './node-port-conflict';
import { nodePortConflictInFolder } from './node-port-conflict-in-folder';
import { nodeSelector } from './node-selector';
import { objectMetricTarget } from './object-metric-target';
import { objectName } from './object-name';
import { octalNumber } from './octal-number';
import { ownerReference } from './owner-reference';
import { podAffinity } from './pod-affinity';
import { podAnnotation } from './pod-annotation';
import { podContainers } from './pod-containers';
import { podDeadline } from './pod-deadline';
import { podFromTemplate } from './pod-from-template';
import { podHostname } from './pod-hostname';
import { podOs } from './pod-os';
import { podOverhead } from './pod-overhead';
import { podResources } from './pod-resources';
import { podSecurityContext } from './pod-security-context';
import { preStopGracePeriod } from './pre-stop-grace-period';
import { preemptionPolicy } from './preemption-policy';
import { privilegeEscalation } from './privilege-escalation';
import { probe } from './probe';
import { probePortName } from './probe-port-name';
import { procMount } from './proc-mount';
import { progressDeadline } from './progress-deadline';
import { projectedVolume } from './projected-volume';
import { quantityFormat } from './quantity-format';
import { quantityNumber } from './quantity-number';
import { readOnlyField } from './read-only-field';
import { readWriteOnceClaim } from './read-write-once-claim';
import { readinessGate } from './readiness-gate';
import { readinessProbe } from './readiness-probe';
import { recreateStrategy } from './recreate-strategy';
import { referenceKey } from './reference-key';
import { referenceName } from './reference-name';
import { referencedName } from './referenced-name';
import { replicaRange } from './replica-range';
import { replicasBesideAutoscaler } from './replicas-beside-autoscaler';
import { requestOverLimit } from './request-over-limit';
import { resizePolicy } from './resize-policy';
import { resourceAmount } from './resource-amount';
import { resourceClaim } from './resource-claim';
import { resourceFieldRef } from './resource-field-ref';
import { resourceMetric } from './resource-metric';
import { resourceName } from './resource-name';
import { restartPolicy } from './restart-policy';
import { revisionHistory } from './revision-history';
import { rewrittenKey } from './rewritten-key';
import type { Rule } from './rule';
import { scaleTarget } from './scale-target';
import { scaleTargetKind } from './scale-target-kind';
import { scaleTargetMissing } from './scale-target-missing';
import { scaleTargetName } from './scale-target-name';
import { scaleToZero } from './scale-to-zero';
import { scaledObject } from './scaled-object';
import { scaledObjectRange } from './scaled-object-range';
import { scalingBehavior } from './scaling-behavior';
import { scalingDisabled } from './scaling-disabled';
import { scalingFlaps } from './scaling-flaps';
import { scalingMetric } from './scaling-metric';
import { scalingTolerance } from './scaling-tolerance';
import { schedulingGate } from './scheduling-gate';
import { secretType } from './secret-type';
import { selectorMatch } from './selector-match';
import { selectorOverlap } from './selector-overlap';
import { servicePort } from './service-port';
import { serviceSelector } from './service-selector';
import { serviceType } from './service-type';
import { sessionAffinity } from './session-affinity';
import { sessionAffinityAutoscaler } from './session-affinity-autoscaler';
import { staleImage } from './stale-image';
import { startupDeadline } from './startup-deadline';
import { statefulSet } from './stateful-set';
import { storageUnit } from './storage-unit';
import { storedData } from './stored-data';
import { sysctl } from './sysctl';
import { targetPortName } from './target-port-name';
import { targetPortNumber } from './target-port-number';
import { terminationGracePeriod } from './termination-grace-period';
import { terminationMessagePolicy } from './termination-message-policy';
import { timeFormat } from './time-format';
import { toleration } from './toleration';
import { topologyMode } from './topology-mode';
import { topologySpread } from './topology-spread';
import { trafficDistribution } from './traffic-distribution';
import { trafficPolicy } from './traffic-policy';
import { unknownField } from './unknown-field';
import { unreachableTarget } from './unreachable-target';
import { updateStrategy } from './update-strategy';
import { verticalAutoscalerConflict } from './vertical-autoscaler-conflict';
import { volumeDevice } from './volume-device';
import { volumeFile } from './volume-file';
import { volumeMount } from './volume-mount';
import { volumeName } from './volume-name';
import { volumeSetting } from './volume-setting';
import { volumeSource } from './volume-source';
import { windowsHostProcess } from './windows-host-process';
import { zeroRequest } from './zero-request';

/** Every rule there is, in the order in which findings are told: what an object is, what it is called, then what is in it. */
export const RULES: readonly Rule[] = [
  apiVersion,
  unknownField,
  fieldType,
  objectName,
  duplicateObject,
  duplicateInFolder,
  generateName,
  clusterScope,
  labelSyntax,
  finalizerName,
  ownerReference,
  generation,
  readOnlyField,
  timeFormat,
  selectorMatch,
  updateStrategy,
  progressDeadline,
  revisionHistory,
  statefulSet,
  job,
  cronJob,
  scaleTarget,
  replicaRange,
  scalingMetric,
  emptyMetrics,
  scalingBehavior,
  podContainers,
  autoscalerAnnotation,
  containerName,
  imageName,
  imageReference,
  imagePlaceholder,
  imagePullPolicy,
  quantityFormat,
  quantityNumber,
  resourceName,
  resourceAmount,
  requestOverLimit,
  podResources,
  podOverhead,
  containerClaim,
  resizePolicy,
  containerPort,
  hostPort,
  envName,
  envRepeated,
  envValueFrom,
  fieldRef,
  resourceFieldRef,
  fileKeyRef,
  envFrom,
  volumeMount,
  volumeDevice,
  probe,
  restartPolicy,
  podDeadline,
  terminationGracePeriod,
  podAnnotation,
  podOs,
  podHostname,
  hostNamespace,
  hostAlias,
  dnsConfig,
  referencedName,
  preemptionPolicy,
  readinessGate,
  schedulingGate,
  nodeSelector,
  nodeAffinity,
  podAffinity,
  toleration,
  topologySpread,
  podSecurityContext,
  sysctl,
  windowsHostProcess,
  resourceClaim,
  volumeName,
  volumeSource,
  volumeSetting,
  volumeFile,
  projectedVolume,
  downwardApiVolume,
  ephemeralVolume,
  podFromTemplate,
  lifecycleHook,
  initContainer,
  containerRestartPolicy,
  ephemeralContainer,
  terminationMessagePolicy,
  containerSecurityContext,
  privilegeEscalation,
  procMount,
  servicePort,
  serviceType,
  nodePort,
  sessionAffinity,
  topologyMode,
  externalName,
  clusterIp,
  ipFamily,
  externalIp,
  loadBalancerClass,
  loadBalancerSourceRange,
  trafficPolicy,
  trafficDistribution,
  healthCheckNodePort,
  ingressRule,
  ingressHost,
  ingressTls,
  ingressClass,
  ingressPath,
  ingressBackend,
  networkPolicyType,
  networkPolicySelector,
  networkPolicyPeer,
  networkPolicyPort,
  ipBlock,
  storedData,
  base64,
  secretType,
  claimAccessMode,
  claimStorage,
  claimClass,
  claimVolumeMode,
  claimSelector,
  claimDataSource,
  disruptionBudget,
  readWriteOnceClaim,
  documentSeparator,
  duplicateKey,
  octalNumber,
  rewrittenKey,
  memoryUnit,
  memoryLimit,
  cpuUnit,
  storageUnit,
  probePortName,
  livenessSlowStart,
  livenessStart,
  startupDeadline,
  preStopGracePeriod,
  livenessAsReadiness,
  recreateStrategy,
  sessionAffinityAutoscaler,
  hostPortReplicas,
  hostPathReplicas,
  readinessProbe,
  imageTag,
  staleImage,
  emptyDirMedium,
  memoryVolumeSize,
  memoryVolumeLimit,
  disruptionBudgetBlocks,
  disruptionBudgetOverlap,
  disruptionBudgetSelector,
  nodePortConflict,
  nodePortConflictInFolder,
  targetPortName,
  targetPortNumber,
  serviceSelector,
  backendService,
  backendPort,
  referenceName,
  referenceKey,
  scaleTargetKind,
  scaleTargetName,
  scaleTargetMissing,
  autoscalerConflict,
  autoscalerConflictInFolder,
  verticalAutoscalerConflict,
  ambiguousSelector,
  selectorOverlap,
  scaledObjectRange,
  scaledObject,
  metricContainer,
  resourceMetric,
  objectMetricTarget,
  metricRequest,
  zeroRequest,
  unreachableTarget,
  narrowTarget,
  metricTargetUnit,
  memoryTarget,
  gpuScaledOnCpu,
  fixedRange,
  scalingDisabled,
  scalingTolerance,
  scalingFlaps,
  scaleToZero,
  replicasBesideAutoscaler,
];
