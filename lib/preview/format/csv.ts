import type { Preview } from '../preview';

/** Every look of every preview, a line each, for a spreadsheet. */
export function csv(previews: readonly Preview[]): string {
  const head =
    'autoscaler,variant,seconds,replicas,ready,serving,load,served,capacity,backlog,recommended,ratio,held,able_to_scale,scaling_active,scaling_limited';
  const lines = previews.flatMap(({ subject, variant, timeline }) =>
    timeline.time.map((time, index) =>
      [
        quoted(subject.name),
        quoted(variant ?? ''),
        time / 1000,
        timeline.replicas[index],
        timeline.ready[index],
        timeline.serving[index],
        number(timeline.load[index]),
        number(timeline.served[index]),
        number(timeline.capacity[index]),
        number(timeline.backlog[index]),
        number(timeline.recommended[index]),
        number(timeline.ratio[index]),
        timeline.held[index],
        timeline.ableToScale[index],
        timeline.scalingActive[index],
        timeline.scalingLimited[index],
      ].join(','),
    ),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Empty where there is none. */
function number(value = Number.NaN): string {
  return Number.isFinite(value) ? String(Math.round(value * 1e6) / 1e6) : '';
}
