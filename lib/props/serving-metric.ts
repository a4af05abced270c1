import { ScalingMetric } from './scaling-metric';

/**
 * What model servers should be scaled on, by the names under which they report it. A metrics adapter, such as
 * prometheus-adapter, must offer them in the custom metrics API (`custom.metrics.k8s.io`) under the same names.
 *
 * `averageValue` is what a pod is held at on average, as a quantity greater than 0.
 */
export class ServingMetric {
  /**
   * vLLM: requests that wait for a place in the batch, `vllm:num_requests_waiting`.
   *
   * @see https://docs.vllm.ai/en/latest/design/metrics/
   */
  public static vllmRequestsWaiting(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('vllm:num_requests_waiting', averageValue);
  }

  /**
   * vLLM: requests that are worked on, `vllm:num_requests_running`.
   *
   * @see https://docs.vllm.ai/en/latest/design/metrics/
   */
  public static vllmRequestsRunning(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('vllm:num_requests_running', averageValue);
  }

  /**
   * vLLM: the used share of the KV cache, 0 to 1, `vllm:kv_cache_usage_perc`: `'800m'` is 80 %. Called
   * `vllm:gpu_cache_usage_perc` by vLLM's first engine (V0).
   *
   * @see https://docs.vllm.ai/en/latest/design/metrics/
   */
  public static vllmKvCacheUsage(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('vllm:kv_cache_usage_perc', averageValue);
  }

  /**
   * Triton: requests that wait for a model, `nv_inference_pending_request_count`.
   *
   * @see https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/user_guide/metrics.html
   */
  public static tritonPendingRequests(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('nv_inference_pending_request_count', averageValue);
  }

  /**
   * TGI: requests in the queue, `tgi_queue_size`.
   *
   * @see https://huggingface.co/docs/text-generation-inference/reference/metrics
   */
  public static tgiQueueSize(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('tgi_queue_size', averageValue);
  }

  /**
   * TGI: requests in the batch, `tgi_batch_current_size`.
   *
   * @see https://huggingface.co/docs/text-generation-inference/reference/metrics
   */
  public static tgiBatchSize(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('tgi_batch_current_size', averageValue);
  }

  /**
   * Ray Serve: requests that no replica has taken yet, `ray_serve_deployment_queued_queries`.
   *
   * @see https://docs.ray.io/en/latest/serve/monitoring.html
   */
  public static rayServeQueuedRequests(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('ray_serve_deployment_queued_queries', averageValue);
  }

  /**
   * Ray Serve: requests that replicas work on, `ray_serve_replica_processing_queries`.
   *
   * @see https://docs.ray.io/en/latest/serve/monitoring.html
   */
  public static rayServeProcessingRequests(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('ray_serve_replica_processing_queries', averageValue);
  }

  /**
   * KServe with Knative: requests that are worked on or wait at the queue-proxy, `revision_queue_depth`. Not reported
   * where the revision takes any number of requests at once.
   *
   * @see https://knative.dev/docs/serving/services/service-metrics/
   */
  public static kserveQueueDepth(averageValue: string): ScalingMetric {
    return ScalingMetric.pods('revision_queue_depth', averageValue);
  }

  private constructor() {}
}
