package player

import (
	"encoding/json"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

var podLabels = map[string]string{"app": "model"}

// Scenario is a recorded world: what the controller finds at each of its reconciles.
type Scenario struct {
	Name       string          `json:"name"`
	Settings   Settings        `json:"settings"`
	Autoscaler json.RawMessage `json:"autoscaler"`
	Ticks      []Tick          `json:"ticks"`
}

// Settings are the flags of kube-controller-manager, and the time that a reconcile takes.
type Settings struct {
	SyncPeriod              Milliseconds `json:"syncPeriodMs"`
	Tolerance               float64      `json:"tolerance"`
	CPUInitializationPeriod Milliseconds `json:"cpuInitializationPeriodMs"`
	InitialReadinessDelay   Milliseconds `json:"initialReadinessDelayMs"`
	DownscaleStabilization  Milliseconds `json:"downscaleStabilizationMs"`
	Processing              Milliseconds `json:"processingMs"`
}

func upstreamSettings() Settings {
	return Settings{
		SyncPeriod:              15_000,
		Tolerance:               0.1,
		CPUInitializationPeriod: 300_000,
		InitialReadinessDelay:   30_000,
		DownscaleStabilization:  300_000,
		Processing:              20,
	}
}

// Milliseconds is a length of time, or a moment counted from when the controller first sees the autoscaler.
type Milliseconds int64

func (ms Milliseconds) Duration() time.Duration { return time.Duration(ms) * time.Millisecond }

type Tick struct {
	Autoscaler json.RawMessage `json:"autoscaler"`
	Scale      Scale           `json:"scale"`
	WriteFails bool            `json:"writeFails"`
	Pods       []Pod           `json:"pods"`
	Metrics    []Metric        `json:"metrics"`
}

type Scale struct {
	Error    bool   `json:"error"`
	Spec     int32  `json:"spec"`
	Status   int32  `json:"status"`
	Selector string `json:"selector"`
}

type Metric struct {
	Error  bool             `json:"error"`
	Pods   map[string]usage `json:"pods"`
	Values []int64          `json:"values"`
}

// usage is a pod's value in thousandths, the sample's moment and its window.
type usage [3]int64

type Pod struct {
	Name           string                      `json:"name"`
	Phase          corev1.PodPhase             `json:"phase"`
	Deleted        bool                        `json:"deleted"`
	Start          *Milliseconds               `json:"startMs"`
	Ready          *readiness                  `json:"ready"`
	Containers     []container                 `json:"containers"`
	InitContainers []container                 `json:"initContainers"`
	Resources      corev1.ResourceRequirements `json:"resources"`
}

type readiness struct {
	Status corev1.ConditionStatus `json:"status"`
	Since  Milliseconds           `json:"sinceMs"`
}

type container struct {
	Name          string              `json:"name"`
	RestartPolicy string              `json:"restartPolicy"`
	Requests      corev1.ResourceList `json:"requests"`
}

// object is the pod as the API server of this Kubernetes version stores it.
func (p Pod) object(namespace string, origin time.Time) (*corev1.Pod, error) {
	spec, err := p.spec()
	if err != nil {
		return nil, fmt.Errorf("pod %s: %w", p.Name, err)
	}
	pod := &corev1.Pod{
		ObjectMeta: metav1.ObjectMeta{Name: p.Name, Namespace: namespace, Labels: podLabels},
		Spec:       spec,
		Status:     corev1.PodStatus{Phase: p.Phase},
	}
	if p.Deleted {
		pod.DeletionTimestamp = &metav1.Time{Time: origin}
	}
	if p.Start != nil {
		pod.Status.StartTime = &metav1.Time{Time: origin.Add(p.Start.Duration())}
	}
	if p.Ready != nil {
		pod.Status.Conditions = []corev1.PodCondition{{
			Type:               corev1.PodReady,
			Status:             p.Ready.Status,
			LastTransitionTime: metav1.Time{Time: origin.Add(p.Ready.Since.Duration())},
		}}
	}
	return pod, nil
}

// spec goes through JSON, because older versions lack restartable init containers and pod-level
// resources: their API servers drop these fields, and so does decoding.
func (p Pod) spec() (corev1.PodSpec, error) {
	var spec corev1.PodSpec
	fields := map[string]any{
		"containers":     containerFields(p.Containers),
		"initContainers": containerFields(p.InitContainers),
	}
	if len(p.Resources.Requests) > 0 || len(p.Resources.Limits) > 0 {
		fields["resources"] = p.Resources
	}
	encoded, err := json.Marshal(fields)
	if err != nil {
		return spec, err
	}
	return spec, json.Unmarshal(encoded, &spec)
}

func containerFields(containers []container) []map[string]any {
	fields := make([]map[string]any, 0, len(containers))
	for _, c := range containers {
		f := map[string]any{"name": c.Name, "resources": map[string]any{"requests": c.Requests}}
		if c.RestartPolicy != "" {
			f["restartPolicy"] = c.RestartPolicy
		}
		fields = append(fields, f)
	}
	return fields
}

// Result is what the controller decided in a scenario.
type Result struct {
	Name    string     `json:"name"`
	Refused string     `json:"refused,omitempty"`
	Error   string     `json:"error,omitempty"`
	Ticks   []Decision `json:"ticks"`
}

// Decision is what the controller wrote at one reconcile, and the status that stands after it.
type Decision struct {
	At         int64       `json:"ms"`
	Refused    string      `json:"refused,omitempty"`
	Wrote      *int32      `json:"wrote"`
	Desired    *int32      `json:"desired"`
	Conditions [][3]string `json:"conditions"`
}
