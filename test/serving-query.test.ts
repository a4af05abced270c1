import { Duration } from 'cdk8s';
import { KedaMetricType, KedaTrigger, ServingQuery } from '../lib';
import { render } from './manifests';

test.each([
  [
    ServingQuery.vllmTimeToFirstToken(0.95, 'namespace="ml"'),
    '(histogram_quantile(0.95, sum by (le) (rate(vllm:time_to_first_token_seconds_bucket{namespace="ml"}[2m])))) >= 0 or vector(0)',
  ],
  [
    ServingQuery.vllmQueueTime(0.5),
    '(histogram_quantile(0.5, sum by (le) (rate(vllm:request_queue_time_seconds_bucket[2m])))) >= 0 or vector(0)',
  ],
  [
    ServingQuery.tritonQueueTime(),
    '(sum(rate(nv_inference_queue_duration_us[2m])) / sum(rate(nv_inference_request_success[2m])) / 1e6) >= 0 or vector(0)',
  ],
  [
    ServingQuery.tgiQueueTime(0.9),
    '(histogram_quantile(0.9, sum by (le) (rate(tgi_request_queue_duration_bucket[2m])))) >= 0 or vector(0)',
  ],
  [
    ServingQuery.kservePredictTime(0.9),
    '(histogram_quantile(0.9, sum by (le) (rate(request_predict_seconds_bucket[2m])))) >= 0 or vector(0)',
  ],
  [
    ServingQuery.rayServeProcessingTime(0.9),
    '(histogram_quantile(0.9, sum by (le) (rate(ray_serve_deployment_processing_latency_ms_bucket[2m]))) / 1000) >= 0 or vector(0)',
  ],
])('asks by the names under which the servers report: %#', (query, expected) => {
  expect(query).toBe(expected);
});

test('a latency scales KEDA as it is, not divided by the pods', () => {
  const query = ServingQuery.vllmQueueTime(0.95);
  const trigger = KedaTrigger.prometheus('http://prometheus:9090', query, '2', { metricType: KedaMetricType.VALUE });
  const { ScaledObject } = render({ keda: { triggers: [trigger], cooldownPeriod: Duration.minutes(1) } });
  expect(ScaledObject.spec.triggers).toEqual([
    {
      type: 'prometheus',
      metricType: 'Value',
      metadata: { serverAddress: 'http://prometheus:9090', query, threshold: '2' },
    },
  ]);
});
