package oracle

import (
	"context"
	"reflect"

	"k8s.io/apimachinery/pkg/watch"
	utilfeature "k8s.io/apiserver/pkg/util/feature"
	"k8s.io/kubernetes/pkg/controller/podautoscaler"
	"k8s.io/kubernetes/pkg/features"

	"oracle/player"
)

var version = player.Version{NewController: newController}

func newController(ctx context.Context, d player.Dependencies) player.Controller {
	controller := podautoscaler.NewHorizontalController(
		d.Events,
		d.Scales,
		d.Client,
		d.Mapper,
		d.Metrics,
		d.Autoscalers,
		d.Pods,
		d.SyncPeriod.Duration(),
		d.DownscaleStabilization.Duration(),
		d.Tolerance,
		d.CPUInitializationPeriod.Duration(),
		d.InitialReadinessDelay.Duration(),
		utilfeature.DefaultFeatureGate.Enabled(features.HPAContainerMetrics),
	)
	context.AfterFunc(ctx, eventBroadcaster(controller).Shutdown)
	return controller
}

// eventBroadcaster digs out what this version starts and never stops: it would outlive the bubble.
func eventBroadcaster(controller *podautoscaler.HorizontalController) *watch.Broadcaster {
	recorder := reflect.ValueOf(controller).Elem().FieldByName("eventRecorder").Elem().Elem()
	return (*watch.Broadcaster)(recorder.FieldByName("Broadcaster").UnsafePointer())
}
