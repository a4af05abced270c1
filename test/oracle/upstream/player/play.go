package player

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	autoscalinginformers "k8s.io/client-go/informers/autoscaling/v2"
	coreinformers "k8s.io/client-go/informers/core/v1"
	autoscalingclient "k8s.io/client-go/kubernetes/typed/autoscaling/v2"
	typedcorev1 "k8s.io/client-go/kubernetes/typed/core/v1"
	autoscalinglisters "k8s.io/client-go/listers/autoscaling/v2"
	corelisters "k8s.io/client-go/listers/core/v1"
	scaleclient "k8s.io/client-go/scale"
	"k8s.io/client-go/tools/cache"
	metricsclient "k8s.io/kubernetes/pkg/controller/podautoscaler/metrics"
)

// Version is what differs between the versions of Kubernetes from the player's point of view.
type Version struct {
	// NewController calls the upstream constructor. Nothing it starts may outlive the context.
	NewController func(context.Context, Dependencies) Controller
	// FirstReconcileAtOnce tells that a new autoscaler doesn't wait for a sync period.
	FirstReconcileAtOnce bool
}

type Controller interface {
	Run(ctx context.Context, workers int)
}

// Dependencies are the arguments of the upstream constructor.
type Dependencies struct {
	Settings
	Events      typedcorev1.EventsGetter
	Scales      scaleclient.ScalesGetter
	Client      autoscalingclient.HorizontalPodAutoscalersGetter
	Mapper      meta.RESTMapper
	Metrics     metricsclient.MetricsClient
	Autoscalers autoscalinginformers.HorizontalPodAutoscalerInformer
	Pods        coreinformers.PodInformer
}

// play runs a scenario in a bubble of its own.
func play(t *testing.T, version Version, scenario *Scenario) (result Result) {
	synctest.Test(t, func(*testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		result = playIn(ctx, version, scenario)
		cancel()
		// The bubble's clock stops with its first goroutine, but older queues look only twice a second
		// whether they are shut down.
		time.Sleep(time.Second)
	})
	return result
}

func playIn(ctx context.Context, version Version, scenario *Scenario) Result {
	server := newAPIServer()
	context.AfterFunc(ctx, server.source.Shutdown)
	if err := server.create(scenario.Autoscaler); err != nil {
		return Result{Name: scenario.Name, Refused: err.Error(), Ticks: []Decision{}}
	}

	pods := newStoredPods()
	w := newWorld(scenario, server, pods.GetIndexer())
	syncPeriod := scenario.Settings.SyncPeriod.Duration()
	due := w.origin.Add(syncPeriod)
	if version.FirstReconcileAtOnce {
		due = w.origin
	}
	w.planFirstUpdate(due)

	autoscalers := newAutoscalerInformer(server.source)
	controller := version.NewController(ctx, Dependencies{
		Settings:    scenario.Settings,
		Events:      noEvents{},
		Scales:      scaleClient{world: w},
		Client:      autoscalerClient{world: w},
		Mapper:      anyKind{},
		Metrics:     recordedMetrics{w},
		Autoscalers: autoscalers,
		Pods:        pods,
	})
	go autoscalers.Run(ctx.Done())
	synctest.Wait()
	go controller.Run(ctx, 1)

	if len(scenario.Ticks) == 0 {
		return w.result()
	}
	// Twice the time that the ticks take: a controller that stops asking must not run for ever.
	longest := 2 * time.Duration(len(scenario.Ticks)+1) * (syncPeriod + scenario.Settings.Processing.Duration())
	select {
	case <-w.over:
		synctest.Wait()
		return w.result()
	case <-time.After(longest):
		result := w.result()
		return Result{Name: result.Name, Error: "the controller stopped reconciling", Ticks: result.Ticks}
	}
}

var byNamespace = cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc}

// autoscalerInformer never resyncs. The real one tells the controller of each autoscaler once in a sync
// period, by a clock of its own: whether that moves a reconcile hangs on which of the two is first.
type autoscalerInformer struct {
	cache.SharedIndexInformer
}

func newAutoscalerInformer(source autoscalerSource) autoscalerInformer {
	// Not zero: older reflectors then wait on a channel from outside the bubble, which holds up its clock.
	const resyncCheckPeriod = 365 * 24 * time.Hour
	return autoscalerInformer{
		cache.NewSharedIndexInformer(source, &autoscalingv2.HorizontalPodAutoscaler{}, resyncCheckPeriod, byNamespace),
	}
}

func (i autoscalerInformer) AddEventHandlerWithResyncPeriod(handler cache.ResourceEventHandler, _ time.Duration) (cache.ResourceEventHandlerRegistration, error) {
	return i.SharedIndexInformer.AddEventHandlerWithResyncPeriod(handler, 0)
}

func (i autoscalerInformer) Informer() cache.SharedIndexInformer { return i }

func (i autoscalerInformer) Lister() autoscalinglisters.HorizontalPodAutoscalerLister {
	return autoscalinglisters.NewHorizontalPodAutoscalerLister(i.GetIndexer())
}

// storedPods is an informer whose store the player fills: it never runs, and counts as synced.
type storedPods struct {
	cache.SharedIndexInformer
}

func newStoredPods() storedPods {
	return storedPods{cache.NewSharedIndexInformer(&cache.ListWatch{}, &corev1.Pod{}, 0, byNamespace)}
}

func (p storedPods) Informer() cache.SharedIndexInformer { return p }

func (p storedPods) HasSynced() bool { return true }

func (p storedPods) Lister() corelisters.PodLister {
	return corelisters.NewPodLister(p.GetIndexer())
}

// noEvents takes the controller's events and drops them.
type noEvents struct {
	typedcorev1.EventInterface
}

func (e noEvents) Events(string) typedcorev1.EventInterface { return e }

func (noEvents) CreateWithEventNamespace(event *corev1.Event) (*corev1.Event, error) {
	return event, nil
}

func (noEvents) UpdateWithEventNamespace(event *corev1.Event) (*corev1.Event, error) {
	return event, nil
}

func (noEvents) PatchWithEventNamespace(event *corev1.Event, _ []byte) (*corev1.Event, error) {
	return event, nil
}

// The names that the same three have in newer clients.

func (noEvents) CreateWithEventNamespaceWithContext(_ context.Context, event *corev1.Event) (*corev1.Event, error) {
	return event, nil
}

func (noEvents) UpdateWithEventNamespaceWithContext(_ context.Context, event *corev1.Event) (*corev1.Event, error) {
	return event, nil
}

func (noEvents) PatchWithEventNamespaceWithContext(_ context.Context, event *corev1.Event, _ []byte) (*corev1.Event, error) {
	return event, nil
}
