import { type DecisionRow, decisionsIn } from '../../decisions';
import { ALL_SUMMARY_LINES, DECISION_HEAD, decisionCells } from '../../format/cells';
import type { Setup } from '../../model';
import { type Panel, panelsOf } from '../../panels';
import { play } from '../../play';
import { type Summary, summarize } from '../../summary';
import type { Timeline } from '../../timeline';
import { decode, type Scenario } from '../data';
import { edited, sayEdits } from '../edits';
import type { Edits, Field, FieldGroup } from '../field';
import { fieldsOf } from '../fields';
import { headlineOf } from '../headline';
import { timelineTable } from '../timeline-table';
import { Chart } from './chart';
import { byId, make } from './elements';
import { Form, type Problem } from './form';
import { scenarioChoice } from './scenario-choice';
import { tableOf } from './table';

interface Outcome {
  readonly setup: Setup;
  readonly timeline: Timeline;
  readonly summary: Summary;
  readonly decisions: readonly DecisionRow[];
  readonly panels: readonly Panel[];
}

/** What is said aloud waits until the hand rests. */
const PAUSE = 600;

/** As many changes as one reads. */
const MOST_DECISIONS = 200;

const data = decode(byId('data').textContent ?? '');
const form = new Form(byId('form'), change);
const charts = [new Chart(byId('charts')), new Chart(byId('charts'))];

let place = 0;
let edits: Edits = {};
let given: Outcome;
let shown: Outcome;
let isWaiting = false;
let pause: ReturnType<typeof setTimeout> | undefined;

byId('scenarios').append(...scenarioChoice(data.scenarios, choose));
choose(0);
warmUp();
byId('reset').addEventListener('click', () => choose(place));
byId('timeline').addEventListener('toggle', showTimeline);
for (const query of ['(prefers-color-scheme: dark)', 'print']) {
  matchMedia(query).addEventListener('change', () => {
    for (const chart of charts) chart.redraw();
  });
}

/** Code is slow until it has run for a while: it does so once while nobody waits, so that a whole day is quick, too. */
function warmUp(): void {
  setTimeout(() => outcomeOf({ ...given.setup, duration: 24 * 3_600_000 }), 100);
}

function scenarioNow(): Scenario {
  const scenario = data.scenarios[place];
  if (scenario === undefined) throw new Error(`there is no scenario ${place}`);
  return scenario;
}

/** Begins with a scenario as it was given. */
function choose(next: number): void {
  place = next;
  edits = {};
  form.clear();
  const { name, variant, notes, setup } = scenarioNow();
  document.title = `Preview: ${name}`;
  byId('title').textContent = variant === undefined ? name : `${name}, ${variant}`;
  byId('assumed').hidden = notes.length === 0;
  byId('notes').replaceChildren(...notes.map((note) => make('li', {}, note)));
  given = outcomeOf(setup);
  answer();
}

function change(field: Field, value: string): void {
  const { [field.key]: _, ...others } = edits;
  edits = value === field.given ? others : { ...others, [field.key]: value };
  if (isWaiting) return;
  // Once a frame is as often as anyone sees it.
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    answer(field.key);
  });
}

/** Computes and shows what the controls say; what makes no sense is told, and the picture stays. */
function answer(changed?: string): void {
  const start = performance.now();
  const groups = fieldsOf(scenarioNow(), data.perRequest, edits);
  form.show(groups, edits);
  const problem = form.firstWrong() ?? attempt(groups, changed);
  byId('problem').textContent = problem?.message ?? '';
  form.blame(problem?.key);
  performance.clearMeasures('answer');
  performance.measure('answer', { start });
}

function attempt(groups: readonly FieldGroup[], changed: string | undefined): Problem | undefined {
  try {
    shown = outcomeOf(edited(scenarioNow(), data.perRequest, edits));
  } catch (error) {
    return { key: changed, message: (error as Error).message };
  }
  show(shown, sayEdits(groups, edits));
  return undefined;
}

function outcomeOf(setup: Setup): Outcome {
  const timeline = play(setup);
  return {
    setup,
    timeline,
    summary: summarize(setup, timeline),
    decisions: decisionsIn(setup, timeline),
    panels: panelsOf(setup, timeline),
  };
}

function show({ setup, summary, decisions, panels }: Outcome, changes: readonly string[]): void {
  const headline = headlineOf(summary, setup.cpuLoad !== undefined);
  byId('headline').textContent = headline;
  byId('edits').textContent = changes.length === 0 ? '' : `Changed: ${changes.join('; ')}.`;
  for (const [index, panel] of panels.entries()) charts[index]?.show(panel, setup.duration / 1000, headline);
  byId('summary').replaceChildren(summaryTable(changes.length === 0 ? [summary] : [given.summary, summary]));
  byId('decisions').replaceChildren(decisionTable(decisions));
  showTimeline();
  clearTimeout(pause);
  pause = setTimeout(() => {
    byId('spoken').textContent = headline;
  }, PAUSE);
}

/** What was given, and beside it what it has become, where something was changed. */
function summaryTable(summaries: readonly Summary[]): HTMLElement {
  const rows = ALL_SUMMARY_LINES.map(([name, say]) => [name, ...summaries.map(say)]);
  const head = ['', 'as given', 'changed'].slice(0, summaries.length + 1);
  return tableOf(
    'Summary',
    head,
    rows.filter(([, ...cells]) => cells.some((cell) => cell !== '')),
  );
}

function decisionTable(decisions: readonly DecisionRow[]): HTMLElement {
  const first = decisions.slice(0, MOST_DECISIONS);
  const which =
    first.length === decisions.length ? 'Every change' : `The first ${first.length} of ${decisions.length} changes`;
  return tableOf(`${which} of the number of pods`, DECISION_HEAD, first.map(decisionCells));
}

/** It is long: made only for who looks at it. */
function showTimeline(): void {
  const details = byId('timeline') as HTMLDetailsElement;
  if (!details.open) return;
  const lines = shown.panels.flatMap(({ lines }) => lines);
  const [head = [], ...rows] = timelineTable(shown.timeline, lines);
  details.lastElementChild?.replaceChildren(tableOf('Look by look', head, rows));
}
