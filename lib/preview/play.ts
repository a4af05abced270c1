import type { ConditionType } from '../autoscaling/controller/conditions';
import { emptyMemory, type Memory } from '../autoscaling/controller/memory';
import { reconcile } from '../autoscaling/controller/reconcile';
import { LOOKS_AT_ONCE_SINCE } from '../autoscaling/controller/settings';
import { Fleet } from './fleet';
import { Meter, scrape } from './meter';
import type { Setup } from './model';
import { emptyTimeline, type Timeline } from './timeline';
import { Work } from './work';

/** Plays a load on a workload and its autoscaler: what the controller would do, look by look. The same every time. */
export function play(setup: Setup): Timeline {
  const { spec, settings, model, duration } = setup;
  const timeline = emptyTimeline();
  const memory = emptyMemory();
  const fleet = new Fleet(model, setup.initialReplicas);
  const work = new Work(setup, fleet, timeline);
  const meters = spec.metrics.map((metric, index) => new Meter(metric, setup.sources[index] ?? {}));
  if (setup.initialReplicas === 0 && spec.minReplicas === 0) {
    // The autoscaler itself has put it there: what someone else has put at 0 stays there.
    memory.conditions.push({ type: 'ScaledToZero', status: 'True', reason: 'ScaledToZero' });
  }
  let wanted = setup.initialReplicas;
  let now = 0;
  let nextLook = (settings.kubernetes >= LOOKS_AT_ONCE_SINCE ? 0 : settings.syncPeriod) + model.processing;
  let nextScrape = model.metricsOffset;
  let nextChange = fleet.advance(0);
  while (now < duration) {
    const next = Math.min(nextLook, nextScrape, nextChange, duration);
    work.go(now, next);
    now = next;
    if (now >= nextChange) nextChange = fleet.advance(now);
    if (now >= nextScrape) {
      scrape(fleet.batches, now, model.metricsResolution, model.idleCpu);
      for (const meter of meters) meter.scrape(now);
      nextScrape += model.metricsResolution;
    }
    if (now >= nextLook) {
      const { batches, replicas } = fleet;
      const decision = reconcile(
        memory,
        spec,
        {
          now,
          scale: { specReplicas: wanted, statusReplicas: replicas },
          pods: batches,
          readings: meters.map((meter) => meter.read(batches, now)),
        },
        settings,
      );
      if (decision.written !== undefined) {
        wanted = decision.written;
        fleet.scaleTo(wanted, now);
        nextChange = fleet.advance(now);
      }
      timeline.replicas.push(wanted);
      timeline.recommended.push(decision.recommended ?? Number.NaN);
      timeline.metric.push(decision.metric);
      timeline.ratio.push(decision.proposal?.ratio ?? Number.NaN);
      timeline.held.push(decision.proposal?.held ?? '');
      timeline.stabilized.push(decision.stabilized ?? '');
      timeline.ableToScale.push(reasonOf(memory, 'AbleToScale'));
      timeline.scalingActive.push(reasonOf(memory, 'ScalingActive'));
      timeline.scalingLimited.push(reasonOf(memory, 'ScalingLimited'));
      work.note(now);
      nextLook = now + settings.syncPeriod + model.processing;
    }
  }
  return timeline;
}

function reasonOf({ conditions }: Memory, type: ConditionType): string {
  for (const condition of conditions) if (condition.type === type) return condition.reason;
  return '';
}
