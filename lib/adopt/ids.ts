import { freeName } from './free-name';

/** Ids of constructs: one chart a file, and each id once in its chart. */
export class Ids {
  private readonly charts = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** The id of the chart of a file: the name of the file, or as much of its path as tells it from others. */
  public ofChart(file: string): string {
    const known = this.charts.get(file);
    if (known !== undefined) return known;
    const parts = file.replace(/(?:\.k8s)?\.[^./]*$/, '').split('/');
    const candidates = parts.map((_part, index) => dnsLabel(parts.slice(-1 - index).join('-')));
    const id = candidates.find((each) => each !== '' && !this.taken.has(`/${each}`)) ?? this.free('', 'adopted');
    this.taken.add(`/${id}`);
    this.charts.set(file, id);
    return id;
  }

  /** An id in the chart of a file. */
  public give(file: string, wanted: string): string {
    const chart = this.ofChart(file);
    const id = this.free(chart, wanted.replaceAll('/', '-'));
    this.taken.add(`${chart}/${id}`);
    return id;
  }

  private free(chart: string, wanted: string): string {
    return freeName(wanted, (id) => this.taken.has(`${chart}/${id}`), '-');
  }
}

/** The chart names a file of the output. */
function dnsLabel(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 50)
    .replace(/-+$/, '');
}
