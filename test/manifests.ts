import { ApiObject, Chart, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import { AutoscaledMlApp, type AutoscaledMlAppProps } from '../lib';
import type { StoredObject } from './cluster/cluster';

/** The image of apps of which a test says nothing else. */
export const IMAGE = 'registry.example.com/model:1.0.0';

/** One app in a chart of its own. */
export function build(props: Partial<AutoscaledMlAppProps> = {}, id = 'my-model'): AutoscaledMlApp {
  return new AutoscaledMlApp(Testing.chart(), id, { image: IMAGE, ...props });
}

/** The objects of an app, by kind; the gate looks at them as it does in a synth. */
export function render(props: Partial<AutoscaledMlAppProps> = {}, id?: string): Record<string, StoredObject> {
  return byKind(build(props, id));
}

/** The objects below a construct, by kind. */
export function byKind(construct: Construct): Record<string, StoredObject> {
  const manifests: StoredObject[] = Chart.of(construct).toJson();
  return Object.fromEntries(manifests.map((manifest) => [manifest.kind, manifest]));
}

/** Every object below a construct as it would be written, faulty or not. */
export function unchecked(construct: Construct): StoredObject[] {
  return construct.node
    .findAll()
    .filter((each) => ApiObject.isApiObject(each))
    .map((object) => object.toJson());
}
