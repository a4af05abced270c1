import { type ApiObject, Names, YamlOutputType } from 'cdk8s';
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
      return charts.flatMap((chart) =>
        chart.origins.map((object, index) =>
          fileInFolder(chart.manifests[index] as Manifest, object, `${chartName(chart)}/`),
        ),
      );
    default:
      return charts.map((chart) => ({ name: chartName(chart), manifests: chart.manifests }));
  }
}

/** Charts that depend on each other are numbered in the order in which they are to be applied. */
function chartName({ chart, number }: RenderedChart): string {
  const name = Names.toDnsLabel(chart);
  return number === undefined ? name : `${String(number).padStart(4, '0')}-${name}`;
}

function fileOf(manifest: Manifest): OutputFile {
  return { name: plain(`${manifest.kind}.${nameOf(manifest)}`), manifests: [manifest] };
}

/** Named after the object as it was made: a patch changes nothing there. */
function fileInFolder(
  manifest: Manifest,
  { kind, name }: Pick<ApiObject, 'kind' | 'name'>,
  folder: string,
): OutputFile {
  return { name: folder + plain(`${kind}.${name}`), manifests: [manifest] };
}

function plain(name: string): string {
  return name.replace(/[^0-9a-zA-Z-_.]/g, '');
}
