import { Chart, Names, YamlOutputType } from 'cdk8s';
import { type Manifest, nameOf } from '../manifest';

/** A file to be: its name without the extension, and the objects in it. */
export interface OutputFile {
  readonly name: string;
  readonly manifests: readonly Manifest[];
}

/** Which object goes into which file: names and order are those of cdk8s. */
export function layout(
  type: YamlOutputType,
  charts: readonly Chart[],
  manifestsOf: (chart: Chart) => readonly Manifest[],
): OutputFile[] {
  const chartName = chartNamer(charts);
  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      return [{ name: 'app', manifests: charts.flatMap(manifestsOf) }];
    case YamlOutputType.FILE_PER_RESOURCE:
      return charts.flatMap(manifestsOf).map((manifest) => ({ name: resourceName(manifest), manifests: [manifest] }));
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      return charts.flatMap((chart, index) =>
        manifestsOf(chart).map((manifest) => ({
          name: `${chartName(chart, index)}/${resourceName(manifest)}`,
          manifests: [manifest],
        })),
      );
    default:
      return charts.map((chart, index) => ({ name: chartName(chart, index), manifests: manifestsOf(chart) }));
  }
}

/** Charts that depend on each other are numbered in the order in which they are to be applied. */
function chartNamer(charts: readonly Chart[]): (chart: Chart, index: number) => string {
  const areOrdered = charts.some((chart) => chart.node.dependencies.some((dependency) => Chart.isChart(dependency)));
  return (chart, index) => {
    const name = Names.toDnsLabel(chart);
    return areOrdered ? `${String(index).padStart(4, '0')}-${name}` : name;
  };
}

function resourceName(manifest: Manifest): string {
  return `${manifest.kind}.${nameOf(manifest)}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
