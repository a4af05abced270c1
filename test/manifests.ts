import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { AutoscaledMlApp, type AutoscaledMlAppProps } from '../lib';
import type { Manifest } from '../lib/manifest';
import { ManifestSet } from '../lib/rules/manifest-set';
import { NEWEST } from '../lib/schema/schema';
import type { StoredObject } from './cluster/cluster';

/** The image of apps of which a test says nothing else. */
export const IMAGE = 'registry.example.com/model:1.0.0';

/** A chart in an app of cdk8s that is never written: `Testing.chart` would make a folder each time. */
export function emptyChart(): Chart {
  return new Chart(new App(), 'test');
}

/** One app in a chart of its own. */
export function build(props: Partial<AutoscaledMlAppProps> = {}, id = 'my-model'): AutoscaledMlApp {
  return new AutoscaledMlApp(emptyChart(), id, { image: IMAGE, ...props });
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

/** Objects as rules see them. */
export function setOf(manifests: readonly Manifest[], kubernetes: number = NEWEST): ManifestSet {
  return new ManifestSet(manifests, { kubernetes });
}
