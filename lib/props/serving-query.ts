/**
 * Queries of Prometheus for what model servers report as counters and histograms: latencies, above all. For
 * `KedaTrigger.prometheus` with `metricType: KedaMetricType.VALUE` (a latency does not add up over pods), and for the
 * rules of an adapter that offers the result as an external metric.
 *
 * More pods do not always make a latency shorter: scale on a queue where the server reports one (`ServingMetric`).
 *
 * Without requests all of them are 0.
 *
 * `selector` narrows the series down, in the words of Prometheus: `namespace="ml", app="llm"`. Latencies are seconds.
 */
export class ServingQuery {
  /**
   * vLLM: time to the first token, `vllm:time_to_first_token_seconds`.
   *
   * @param quantile the share of requests, such as 0.95
   * @param selector which series; without it all
   * @see https://docs.vllm.ai/en/latest/design/metrics/
   */
  public static vllmTimeToFirstToken(quantile: number, selector?: string): string {
    return latency('vllm:time_to_first_token_seconds', quantile, selector);
  }

  /**
   * vLLM: time that requests wait before they are worked on, `vllm:request_queue_time_seconds`.
   *
   * @param quantile the share of requests, such as 0.95
   * @param selector which series; without it all
   * @see https://docs.vllm.ai/en/latest/design/metrics/
   */
  public static vllmQueueTime(quantile: number, selector?: string): string {
    return latency('vllm:request_queue_time_seconds', quantile, selector);
  }

  /**
   * Triton: mean time that requests wait before they are worked on, `nv_inference_queue_duration_us` over
   * `nv_inference_request_success`.
   *
   * @param selector which series; without it all
   * @see https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/user_guide/metrics.html
   */
  public static tritonQueueTime(selector?: string): string {
    const waited = rate('nv_inference_queue_duration_us', selector);
    return orZero(`sum(${waited}) / sum(${rate('nv_inference_request_success', selector)}) / 1e6`);
  }

  /**
   * TGI: time that requests wait before they are worked on, `tgi_request_queue_duration`.
   *
   * @param quantile the share of requests, such as 0.95
   * @param selector which series; without it all
   * @see https://huggingface.co/docs/text-generation-inference/reference/metrics
   */
  public static tgiQueueTime(quantile: number, selector?: string): string {
    return latency('tgi_request_queue_duration', quantile, selector);
  }

  /**
   * KServe: time that its Python servers take to predict, `request_predict_seconds`.
   *
   * @param quantile the share of requests, such as 0.95
   * @param selector which series; without it all
   * @see https://kserve.github.io/website/latest/modelserving/observability/prometheus_metrics/
   */
  public static kservePredictTime(quantile: number, selector?: string): string {
    return latency('request_predict_seconds', quantile, selector);
  }

  /**
   * Ray Serve: time that replicas take for a request, `ray_serve_deployment_processing_latency_ms`, in seconds.
   *
   * @param quantile the share of requests, such as 0.95
   * @param selector which series; without it all
   * @see https://docs.ray.io/en/latest/serve/monitoring.html
   */
  public static rayServeProcessingTime(quantile: number, selector?: string): string {
    return orZero(`${quantileOf('ray_serve_deployment_processing_latency_ms', quantile, selector)} / 1000`);
  }

  private constructor() {}
}

function latency(histogram: string, quantile: number, selector?: string): string {
  return orZero(quantileOf(histogram, quantile, selector));
}

/** Nothing divided by nothing is no number, which the comparison leaves out. */
function orZero(query: string): string {
  return `(${query}) >= 0 or vector(0)`;
}

function quantileOf(histogram: string, quantile: number, selector?: string): string {
  return `histogram_quantile(${quantile}, sum by (le) (${rate(`${histogram}_bucket`, selector)}))`;
}

/** Over 2 minutes: at least four scrapes of the usual 30 seconds. */
function rate(series: string, selector?: string): string {
  return `rate(${series}${selector === undefined ? '' : `{${selector}}`}[2m])`;
}
