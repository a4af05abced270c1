package player

import (
	"context"
	"errors"
	"sync"
	"time"

	autoscalingv1 "k8s.io/api/autoscaling/v1"
	autoscalingv2 "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	scaleclient "k8s.io/client-go/scale"
	"k8s.io/client-go/tools/cache"
	metricsclient "k8s.io/kubernetes/pkg/controller/podautoscaler/metrics"
)

// updateLead is how long before a tick the user's change of the autoscaler reaches the API server.
const updateLead = 500 * time.Millisecond

var (
	errRecorded = errors.New("recorded failure")
	errOver     = errors.New("the scenario is over")
	errNoMetric = errors.New("no metric recorded")
)

// world shows the controller tick k of a scenario at its k-th reconcile, and notes what it decides.
type world struct {
	scenario *Scenario
	server   *apiServer
	pods     cache.Indexer
	origin   time.Time
	over     chan struct{} // closed when the last tick is shown

	mu          sync.Mutex
	decisions   []Decision
	refusals    map[int]string
	answered    []bool // which of the current tick's metrics the controller has got
	statusKnown bool
	due         time.Time // when the next periodic reconcile starts
	writeFailed time.Time
	err         error
}

func newWorld(scenario *Scenario, server *apiServer, pods cache.Indexer) *world {
	return &world{
		scenario:  scenario,
		server:    server,
		pods:      pods,
		origin:    time.Now(),
		over:      make(chan struct{}),
		decisions: []Decision{},
		refusals:  map[int]string{},
	}
}

// planFirstUpdate is for a change of the autoscaler before the first tick.
func (w *world) planFirstUpdate(due time.Time) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.due = due
	w.planUpdate(0)
}

// planUpdate lets the user change the autoscaler before the given tick.
func (w *world) planUpdate(tick int) {
	if tick >= len(w.scenario.Ticks) || w.scenario.Ticks[tick].Autoscaler == nil {
		return
	}
	update := func() {
		if err := w.server.update(w.scenario.Ticks[tick].Autoscaler); err != nil {
			w.refusals[tick] = err.Error()
		}
	}
	lead := time.Until(w.due) - updateLead
	if lead <= 0 {
		update()
		return
	}
	time.AfterFunc(lead, func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		update()
	})
}

// show makes the next tick the world that the controller sees.
func (w *world) show(reconcileStart time.Time) (Scale, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	k := len(w.decisions)
	if k == len(w.scenario.Ticks) {
		return Scale{}, errOver
	}
	now := time.Now()
	autoscaler := w.server.autoscaler()
	w.decisions = append(w.decisions, Decision{At: now.Sub(w.origin).Milliseconds(), Refused: w.refusals[k]})
	w.noteStatus(autoscaler)

	tick := &w.scenario.Ticks[k]
	w.answered = make([]bool, len(tick.Metrics))
	if tick.Pods != nil {
		if err := w.replacePods(tick.Pods, autoscaler.Namespace); err != nil {
			w.err = err
		}
	}
	// A reconcile out of turn, after a change of the spec, leaves the periodic one where it was.
	if !reconcileStart.Before(w.due) {
		w.due = now.Add(w.scenario.Settings.SyncPeriod.Duration())
	}
	w.planUpdate(k + 1)
	if k+1 == len(w.scenario.Ticks) {
		close(w.over)
	}
	return tick.Scale, nil
}

func (w *world) replacePods(pods []Pod, namespace string) error {
	objects := make([]any, 0, len(pods))
	for _, p := range pods {
		object, err := p.object(namespace, w.origin)
		if err != nil {
			return err
		}
		objects = append(objects, object)
	}
	return w.pods.Replace(objects, "")
}

func (w *world) tick() *Tick { return &w.scenario.Ticks[len(w.decisions)-1] }

func (w *world) recordStatus(autoscaler *autoscalingv2.HorizontalPodAutoscaler) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.statusKnown = true
	if len(w.decisions) > 0 {
		w.noteStatus(autoscaler)
	}
}

func (w *world) noteStatus(autoscaler *autoscalingv2.HorizontalPodAutoscaler) {
	decision := &w.decisions[len(w.decisions)-1]
	if w.statusKnown {
		decision.Desired = &autoscaler.Status.DesiredReplicas
	}
	decision.Conditions = make([][3]string, 0, len(autoscaler.Status.Conditions))
	for _, c := range autoscaler.Status.Conditions {
		decision.Conditions = append(decision.Conditions, [3]string{string(c.Type), string(c.Status), c.Reason})
	}
}

func (w *world) result() Result {
	w.mu.Lock()
	defer w.mu.Unlock()
	result := Result{Name: w.scenario.Name, Ticks: w.decisions}
	if w.err != nil {
		result.Error = w.err.Error()
	}
	return result
}

// scaleClient gets the recorded scales and catches the controller's writes.
type scaleClient struct {
	scaleclient.ScaleInterface
	world *world
}

func (c scaleClient) Scales(string) scaleclient.ScaleInterface { return c }

func (c scaleClient) Get(_ context.Context, _ schema.GroupResource, name string, _ metav1.GetOptions) (*autoscalingv1.Scale, error) {
	w := c.world
	start := time.Now()
	scale, refresh := w.afterFailedWrite(start)
	if !refresh {
		time.Sleep(w.scenario.Settings.Processing.Duration())
		var err error
		if scale, err = w.show(start); err != nil {
			return nil, err
		}
	}
	if scale.Error {
		return nil, errRecorded
	}
	return &autoscalingv1.Scale{
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: w.server.autoscaler().Namespace},
		Spec:       autoscalingv1.ScaleSpec{Replicas: scale.Spec},
		Status:     autoscalingv1.ScaleStatus{Replicas: scale.Status, Selector: scale.Selector},
	}, nil
}

// afterFailedWrite answers the get by which newer controllers follow a failed write: it begins no reconcile.
func (w *world) afterFailedWrite(now time.Time) (Scale, bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.writeFailed.IsZero() || !now.Equal(w.writeFailed) {
		return Scale{}, false
	}
	return w.tick().Scale, true
}

func (c scaleClient) Update(_ context.Context, _ schema.GroupResource, scale *autoscalingv1.Scale, _ metav1.UpdateOptions) (*autoscalingv1.Scale, error) {
	w := c.world
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.tick().WriteFails {
		w.writeFailed = time.Now()
		return nil, errRecorded
	}
	replicas := scale.Spec.Replicas
	w.decisions[len(w.decisions)-1].Wrote = &replicas
	return scale, nil
}

// recordedMetrics answers as the metrics APIs did.
type recordedMetrics struct {
	world *world
}

var _ metricsclient.MetricsClient = recordedMetrics{}

func (m recordedMetrics) GetResourceMetric(_ context.Context, resource corev1.ResourceName, _ string, _ labels.Selector, container string) (metricsclient.PodMetricsInfo, time.Time, error) {
	return m.ofPods(func(spec autoscalingv2.MetricSpec) bool {
		if container == "" {
			return spec.Resource != nil && spec.Resource.Name == resource
		}
		return spec.ContainerResource != nil && spec.ContainerResource.Name == resource && spec.ContainerResource.Container == container
	})
}

func (m recordedMetrics) GetRawMetric(name, _ string, _, selector labels.Selector) (metricsclient.PodMetricsInfo, time.Time, error) {
	return m.ofPods(func(spec autoscalingv2.MetricSpec) bool {
		return spec.Pods != nil && identifies(spec.Pods.Metric, name, selector)
	})
}

func (m recordedMetrics) GetObjectMetric(name, _ string, object *autoscalingv2.CrossVersionObjectReference, selector labels.Selector) (int64, time.Time, error) {
	metric, err := m.world.metric(func(spec autoscalingv2.MetricSpec) bool {
		return spec.Object != nil && identifies(spec.Object.Metric, name, selector) && spec.Object.DescribedObject == *object
	})
	if err != nil {
		return 0, time.Time{}, err
	}
	if len(metric.Values) == 0 {
		return 0, time.Time{}, errNoMetric
	}
	return metric.Values[0], time.Now(), nil
}

func (m recordedMetrics) GetExternalMetric(name, _ string, selector labels.Selector) ([]int64, time.Time, error) {
	metric, err := m.world.metric(func(spec autoscalingv2.MetricSpec) bool {
		return spec.External != nil && identifies(spec.External.Metric, name, selector)
	})
	if err != nil {
		return nil, time.Time{}, err
	}
	return metric.Values, time.Now(), nil
}

func (m recordedMetrics) ofPods(match func(autoscalingv2.MetricSpec) bool) (metricsclient.PodMetricsInfo, time.Time, error) {
	metric, err := m.world.metric(match)
	if err != nil {
		return nil, time.Time{}, err
	}
	// A new map each time: the controller deletes from it and adds to it.
	pods := make(metricsclient.PodMetricsInfo, len(metric.Pods))
	for name, u := range metric.Pods {
		pods[name] = metricsclient.PodMetric{
			Value:     u[0],
			Timestamp: m.world.origin.Add(Milliseconds(u[1]).Duration()),
			Window:    Milliseconds(u[2]).Duration(),
		}
	}
	return pods, time.Now(), nil
}

func identifies(metric autoscalingv2.MetricIdentifier, name string, selector labels.Selector) bool {
	if metric.Name != name {
		return false
	}
	own, err := metav1.LabelSelectorAsSelector(metric.Selector)
	return err == nil && own.String() == selector.String()
}

// metric finds what the current tick recorded for a metric of the spec. Metrics that can't be told apart
// are answered in their order, in which the controller asks.
func (w *world) metric(match func(autoscalingv2.MetricSpec) bool) (Metric, error) {
	specs := w.server.autoscaler().Spec.Metrics
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, metric := range w.tick().Metrics {
		if i == len(specs) {
			break
		}
		if w.answered[i] || !match(specs[i]) {
			continue
		}
		w.answered[i] = true
		if metric.Error {
			return Metric{}, errRecorded
		}
		return metric, nil
	}
	return Metric{}, errNoMetric
}
