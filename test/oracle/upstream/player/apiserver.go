package player

import (
	"context"
	"sync"

	autoscalingv2 "k8s.io/api/autoscaling/v2"
	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	autoscalingclient "k8s.io/client-go/kubernetes/typed/autoscaling/v2"
	cachetesting "k8s.io/client-go/tools/cache/testing"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/autoscaling"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	"k8s.io/kubernetes/pkg/registry/autoscaling/horizontalpodautoscaler"
)

var autoscalingInternal = schema.GroupVersion{Group: autoscaling.GroupName, Version: runtime.APIVersionInternal}

// autoscalerSource lists and watches the one autoscaler of a scenario.
type autoscalerSource struct {
	*cachetesting.FakeControllerSource
}

// IsWatchListSemanticsUnSupported makes newer reflectors list, since the fake source can't stream a list.
func (autoscalerSource) IsWatchListSemanticsUnSupported() bool { return true }

// apiServer keeps the autoscaler as the real API server does: defaulted, converted, validated, its
// generation counted, its status out of the user's reach and its spec out of the controller's.
type apiServer struct {
	source autoscalerSource

	mu       sync.Mutex
	internal *autoscaling.HorizontalPodAutoscaler
	stored   *autoscalingv2.HorizontalPodAutoscaler
}

func newAPIServer() *apiServer {
	return &apiServer{source: autoscalerSource{cachetesting.NewFakeControllerSource()}}
}

func (s *apiServer) create(manifest []byte) error {
	created, err := decode(manifest)
	if err != nil {
		return err
	}
	rest.FillObjectMetaSystemFields(created)
	ctx := requestContext("create", created)
	if err := rest.BeforeCreate(horizontalpodautoscaler.Strategy, ctx, created); err != nil {
		return err
	}
	stored, err := toV2(created)
	if err != nil {
		return err
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	s.internal, s.stored = created, stored
	s.source.Add(s.stored)
	return nil
}

func (s *apiServer) update(manifest []byte) error {
	updated, err := decode(manifest)
	if err != nil {
		return err
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	updated.UID = s.stored.UID
	updated.ResourceVersion = s.stored.ResourceVersion
	updated.CreationTimestamp = s.stored.CreationTimestamp
	old := s.internal.DeepCopy()
	old.ResourceVersion = s.stored.ResourceVersion
	ctx := requestContext("update", updated)
	if err := rest.BeforeUpdate(horizontalpodautoscaler.Strategy, ctx, updated, old); err != nil {
		return err
	}
	stored, err := toV2(updated)
	if err != nil {
		return err
	}
	stored.Status = *s.stored.Status.DeepCopy()
	s.internal, s.stored = updated, stored
	s.source.Modify(s.stored)
	return nil
}

func (s *apiServer) updateStatus(status autoscalingv2.HorizontalPodAutoscalerStatus) *autoscalingv2.HorizontalPodAutoscaler {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stored = s.stored.DeepCopy()
	s.stored.Status = *status.DeepCopy()
	s.source.Modify(s.stored)
	return s.stored.DeepCopy()
}

func (s *apiServer) autoscaler() *autoscalingv2.HorizontalPodAutoscaler {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stored.DeepCopy()
}

func decode(manifest []byte) (*autoscaling.HorizontalPodAutoscaler, error) {
	decoded := &autoscaling.HorizontalPodAutoscaler{}
	decoder := legacyscheme.Codecs.UniversalDecoder(autoscalingInternal)
	if err := runtime.DecodeInto(decoder, manifest, decoded); err != nil {
		return nil, err
	}
	if decoded.Namespace == "" {
		decoded.Namespace = metav1.NamespaceDefault
	}
	return decoded, nil
}

// toV2 gives the object as it comes back from storage: defaulted once more in its storage version.
func toV2(internal *autoscaling.HorizontalPodAutoscaler) (*autoscalingv2.HorizontalPodAutoscaler, error) {
	converted := &autoscalingv2.HorizontalPodAutoscaler{}
	if err := legacyscheme.Scheme.Convert(internal.DeepCopy(), converted, nil); err != nil {
		return nil, err
	}
	legacyscheme.Scheme.Default(converted)
	return converted, nil
}

func requestContext(verb string, object metav1.Object) context.Context {
	ctx := genericapirequest.WithNamespace(context.Background(), object.GetNamespace())
	return genericapirequest.WithRequestInfo(ctx, &genericapirequest.RequestInfo{
		IsResourceRequest: true,
		Verb:              verb,
		APIGroup:          autoscalingv2.SchemeGroupVersion.Group,
		APIVersion:        autoscalingv2.SchemeGroupVersion.Version,
		Namespace:         object.GetNamespace(),
		Resource:          "horizontalpodautoscalers",
		Name:              object.GetName(),
	})
}

// autoscalerClient is the part of the client that the controller uses.
type autoscalerClient struct {
	autoscalingclient.HorizontalPodAutoscalerInterface
	world *world
}

func (c autoscalerClient) HorizontalPodAutoscalers(string) autoscalingclient.HorizontalPodAutoscalerInterface {
	return c
}

func (c autoscalerClient) UpdateStatus(_ context.Context, autoscaler *autoscalingv2.HorizontalPodAutoscaler, _ metav1.UpdateOptions) (*autoscalingv2.HorizontalPodAutoscaler, error) {
	updated := c.world.server.updateStatus(autoscaler.Status)
	c.world.recordStatus(updated)
	return updated, nil
}

// anyKind maps every kind to its conventional resource: a scenario may scale any kind.
type anyKind struct {
	meta.RESTMapper
}

func (anyKind) RESTMappings(kind schema.GroupKind, _ ...string) ([]*meta.RESTMapping, error) {
	resource, _ := meta.UnsafeGuessKindToResource(kind.WithVersion(""))
	return []*meta.RESTMapping{{
		Resource:         resource,
		GroupVersionKind: kind.WithVersion(""),
		Scope:            meta.RESTScopeNamespace,
	}}, nil
}
