package oracle

import (
	"context"

	"k8s.io/kubernetes/pkg/controller/podautoscaler"

	"oracle/player"
)

var version = player.Version{NewController: newController, FirstReconcileAtOnce: true}

func newController(ctx context.Context, d player.Dependencies) player.Controller {
	return podautoscaler.NewHorizontalController(
		ctx,
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
	)
}
