import { channel } from 'node:diagnostics_channel';
import { ApiObject, App as Cdk8sApp, type AppProps as Cdk8sAppProps, Chart } from 'cdk8s';
import { check } from '../check/check';
import type { Manifest } from '../manifest';
import { ManifestSet } from '../rules/manifest-set';
import { minorVersion } from '../schema/version';
import { toYaml } from './emit';
import { CHECKED_AS_A_WHOLE, describeFinding, renderAll } from './gate';
import { KUBERNETES, kubernetesOf } from './kubernetes';
import { layout } from './layout';
import { SYNTH_CHANNEL } from './report';
import { writeFiles } from './write';

const synthesized = channel(SYNTH_CHANNEL);

/** An app of cdk8s, and what it is checked for. */
export interface AppProps extends Cdk8sAppProps {
  /**
   * The version of Kubernetes that the objects are checked for: `'1.29'`. From 1.27 to 1.37.
   *
   * @default - the environment variable ML_APP_KUBERNETES; without it, 1.37
   */
  readonly kubernetes?: string;
}

/**
 * An app whose synth is safe to run over a folder that people review and apply.
 *
 * In place of the `App` of cdk8s. It gathers every fault of the app before it writes anything, replaces each file as a
 * whole, leaves files alone whose content is the same, removes what an earlier synth made and this one does not, and
 * never replaces or deletes a file that it did not make. One app an output folder: a second app that writes into the
 * same folder takes the place of the first. A chart without objects makes no file.
 */
export class App extends Cdk8sApp {
  private readonly recordsConstructs: boolean;

  constructor(props: AppProps = {}) {
    super(props);
    this.recordsConstructs = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    const version = props.kubernetes ?? process.env.ML_APP_KUBERNETES;
    if (version !== undefined) this.node.setContext(KUBERNETES, minorVersion(version));
    this.node.setContext(CHECKED_AS_A_WHOLE, true);
  }

  /**
   * Writes all manifests to the output folder.
   *
   * Throws an error that lists every fault of the app; nothing is written then.
   */
  public override synth(): void {
    const warnings = this.check();
    synthesized.publish({ ...writeFiles(this.outdir, this.files()), warnings });
  }

  /** All manifests in one text, checked as by `synth`. */
  public override synthYaml(): string {
    this.check();
    const manifests = this.manifests();
    return toYaml(this.charts.flatMap((chart) => manifests.get(chart) ?? []));
  }

  /** Throws where anything is faulty; gives what is worth a warning. */
  private check(): string[] {
    const faults = this.node.findAll().flatMap(({ node }) => node.validate().map((fault) => `[${node.path}] ${fault}`));
    const { manifests, faults: unrenderable } = renderAll(this.apiObjects());
    faults.push(...unrenderable.map(([object, fault]) => `[${object.node.path}] ${fault}`));

    const warnings: string[] = [];
    const set = new ManifestSet([...manifests.keys()], { kubernetes: kubernetesOf(this) });
    for (const { finding, manifest } of check(set)) {
      const told = `[${constructOf(manifests.get(manifest))}] ${describeFinding(finding)}`;
      if (finding.severity === 'error') faults.push(told);
      if (finding.severity === 'warning' && finding.acknowledged === undefined) warnings.push(told);
    }
    if (faults.length > 0) throw new SynthError(faults);
    return warnings;
  }

  /** The content of every file by its name. */
  private files(): Map<string, string> {
    const manifests = this.manifests();
    const files = new Map<string, string>();
    for (const file of layout(this.yamlOutputType, this.charts, (chart) => manifests.get(chart) ?? [])) {
      if (file.manifests.length === 0) continue;
      const name = file.name + this.outputFileExtension;
      if (files.has(name)) {
        throw new SynthError([`${name} would be written twice, and one of the two lost\n    fix: rename one of them`]);
      }
      files.set(name, toYaml(file.manifests));
    }
    if (this.recordsConstructs) files.set('construct-metadata.json', this.constructMetadata());
    return files;
  }

  /** Renders every chart. That resolves the dependencies of the whole app, which decide the order of `this.charts`. */
  private manifests(): Map<Chart, Manifest[]> {
    const charts = this.node.findAll().filter((construct) => Chart.isChart(construct));
    return new Map(charts.map((chart) => [chart, chart.toJson()]));
  }

  private constructMetadata(): string {
    const resources = this.apiObjects().map((object) => [object.name, { path: object.node.path }]);
    return JSON.stringify({ version: '1.0.0', resources: Object.fromEntries(resources) });
  }

  private apiObjects(): ApiObject[] {
    return this.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
  }
}

/** Faults of the app, for the person who wrote it: the message says all, and a stack trace would say nothing. */
class SynthError extends Error {
  public override readonly name = 'SynthError';

  constructor(faults: readonly string[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`${count}, nothing was written:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** The construct that an object belongs to: the one that people wrote. */
function constructOf(object: ApiObject | undefined): string {
  const owner = object?.node.scope;
  return (Chart.isChart(owner) ? object : owner)?.node.path ?? '';
}
