import { channel } from 'node:diagnostics_channel';
import { type ApiObject, App as Cdk8sApp, type AppProps as Cdk8sAppProps, Chart, YamlOutputType } from 'cdk8s';
import type { Manifest } from '../manifest';
import { minorVersion } from '../schema/version';
import { type Dependencies, dependenciesIn, saidDependencies } from './dependencies';
import { toYaml } from './emit';
import { CHECKED_AS_A_WHOLE, describeFinding, findingsIn } from './gate';
import { KUBERNETES } from './kubernetes';
import { layout } from './layout';
import { inOrder } from './order';
import { type RenderedChart, renderCharts } from './render';
import { SYNTH_CHANNEL } from './report';
import { type Tree, walk } from './tree';
import { type Content, writeFiles } from './write';

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
  private isRendered = false;

  constructor(props: AppProps = {}) {
    super(props);
    this.recordsConstructs = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
    const version = props.kubernetes ?? process.env.ML_APP_KUBERNETES;
    if (version !== undefined) this.node.setContext(KUBERNETES, minorVersion(version));
    this.node.setContext(CHECKED_AS_A_WHOLE, true);
  }

  /**
   * All charts, each behind those that it was said to depend on. Once the app has been synthesised also behind those that
   * one of its objects depends on, or that stand in it, as in cdk8s.
   *
   * Throws an error where they depend on each other in a circle.
   */
  public override get charts(): Chart[] {
    const tree = walk(this);
    return chartsIn(tree, this.isRendered ? dependenciesIn(tree) : saidDependencies(tree), this);
  }

  /**
   * Writes all manifests to the output folder.
   *
   * Throws an error that lists every fault of the app; nothing is written then.
   */
  public override synth(): void {
    const { charts, warnings } = this.render(this.yamlOutputType);
    synthesized.publish({ ...writeFiles(this.outdir, this.files(charts)), warnings });
  }

  /** All manifests in one text, checked as by `synth`. */
  public override synthYaml(): string {
    const { charts } = this.render(YamlOutputType.FILE_PER_APP);
    return toYaml(charts.flatMap(({ manifests }) => manifests));
  }

  /** All charts, and what is worth a warning in them. Throws where anything is faulty. */
  private render(type: YamlOutputType): { readonly charts: RenderedChart[]; readonly warnings: string[] } {
    const tree = walk(this);
    // First: a validation may add what it finds missing.
    const faults: string[] = [];
    for (const { node } of tree.constructs) for (const fault of node.validate()) faults.push(`[${node.path}] ${fault}`);
    const dependencies = dependenciesIn(tree);
    this.isRendered = true;
    const chosen = hasOwnCharts(this) ? this.charts : chartsIn(tree, dependencies, this);
    // cdk8s asks the charts for their manifests, unless it writes each object into the folder of its chart.
    const asksCharts = type !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
    const charts = renderCharts(tree, dependencies, chosen, asksCharts);
    for (const chart of charts) for (const fault of chart.faults) faults.push(fault);
    const warnings = this.check(charts, faults);
    if (faults.length > 0) throw new SynthError(faults);
    return { charts, warnings };
  }

  /** Adds to the faults; gives what is worth a warning. */
  private check(charts: readonly RenderedChart[], faults: string[]): string[] {
    const warnings: string[] = [];
    const findings = findingsIn(
      charts.flatMap(({ manifests }) => manifests),
      this,
    );
    const owners = findings.length > 0 ? ownersOf(charts) : new Map<Manifest, Chart | ApiObject>();
    for (const { finding, manifest } of findings) {
      const told = `[${constructOf(owners.get(manifest))}] ${describeFinding(finding)}`;
      if (finding.severity === 'error') faults.push(told);
      if (finding.severity === 'warning' && finding.acknowledged === undefined) warnings.push(told);
    }
    return warnings;
  }

  /** The content of every file by its name. */
  private files(charts: readonly RenderedChart[]): Map<string, Content> {
    const files = new Map<string, Content>();
    for (const file of layout(this.yamlOutputType, charts)) {
      if (file.manifests.length === 0) continue;
      const name = file.name + this.outputFileExtension;
      if (files.has(name)) {
        throw new SynthError([`${name} would be written twice, and one of the two lost\n    fix: rename one of them`]);
      }
      files.set(name, () => toYaml(file.manifests));
    }
    if (this.recordsConstructs) files.set('construct-metadata.json', () => constructMetadata(charts));
    return files;
  }
}

function chartsIn(tree: Tree, dependencies: Dependencies, app: App): Chart[] {
  return inOrder(tree, dependencies, app).filter((construct) => Chart.isChart(construct));
}

/** Whether a subclass says which charts there are: cdk8s goes by that. */
function hasOwnCharts(app: App): boolean {
  for (let holder = app; holder !== App.prototype; holder = Object.getPrototypeOf(holder)) {
    if (Object.hasOwn(holder, 'charts')) return true;
  }
  return false;
}

function constructMetadata(charts: readonly RenderedChart[]): string {
  const objects = charts.flatMap((chart) => chart.objects);
  const resources = Object.fromEntries(objects.map((object) => [object.name, { path: object.node.path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}

/** Faults of the app, for the person who wrote it: the message says all, and a stack trace would say nothing. */
class SynthError extends Error {
  public override readonly name = 'SynthError';

  constructor(faults: readonly string[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`${count}, nothing was written:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** The object that each manifest comes from, or the chart that made it. */
function ownersOf(charts: readonly RenderedChart[]): ReadonlyMap<Manifest, Chart | ApiObject> {
  const owners = new Map<Manifest, Chart | ApiObject>();
  for (const { chart, manifests, origins } of charts) {
    manifests.forEach((manifest, index) => {
      owners.set(manifest, origins[index] ?? chart);
    });
  }
  return owners;
}

/** The construct that an object belongs to: the one that people wrote. */
function constructOf(owner: ApiObject | Chart | undefined): string {
  const scope = owner?.node.scope;
  return (Chart.isChart(owner) || Chart.isChart(scope) ? owner : scope)?.node.path ?? '';
}
