import { Names, YamlOutputType } from 'cdk8s';
import { type Manifest, nameOf } from '../manifest';
import type { RenderedChart } from './render';

/** A file to be: its name without the extension, and the objects in it. */
export interface OutputFile {
  readonly name: string;
  readonly manifests: readonly Manifest[];
}

/** Which object goes into which file: names and order are those of cdk8s. */
export function layout(type: YamlOutputType, charts: readonly RenderedChart[]): OutputFile[] {
  switch (type) {
    case YamlOutputType.FILE_PER_APP:
      return [{ name: 'app', manifests: charts.flatMap(({ manifests }) => manifests) }];
    case YamlOutputType.FILE_PER_RESOURCE:
      return charts.flatMap(({ manifests }) => manifests.map((manifest) => fileOf(manifest)));
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      return charts.flatMap((chart) => chart.manifests.map((manifest) => fileOf(manifest, `${chartName(chart)}/`)));
    default:
      return charts.map((chart) => ({ name: chartName(chart), manifests: chart.manifests }));
  }
}

/** Charts that depend on each other are numbered in the order in which they are to be applied. */
function chartName({ chart, number }: RenderedChart): string {
  const name = Names.toDnsLabel(chart);
  return number === undefined ? name : `${String(number).padStart(4, '0')}-${name}`;
}

function fileOf(manifest: Manifest, folder = ''): OutputFile {
  return { name: folder + resourceName(manifest), manifests: [manifest] };
}

function resourceName(manifest: Manifest): string {
  return `${manifest.kind}.${nameOf(manifest)}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
