import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { parseShape, preview } from '../../lib/preview';
import { ALL_SUMMARY_LINES, DECISION_HEAD, decisionCells } from '../../lib/preview/format/cells';
import { fillPage } from '../../lib/preview/page/fill';
import { APP, WORKER } from './app';

const ROOT = join(__dirname, '..', '..');
const EMPTY_PAGE_FILE = join(ROOT, 'build', 'bin', 'preview-page.html');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const QUIET = ['quic', 'background-networking', 'component-update', 'sync'].map((what) => `--disable-${what}`);
const LOAD = 'step:from=0.5,to=6,at=60s,for=10m';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'preview-page-'));
let browser: Browser;

const suite = existsSync(CHROMIUM) ? describe : describe.skip;
if (suite === describe.skip)
  console.warn(`no Chromium at ${CHROMIUM}: the page is not tested; CHROMIUM says where it is`);

suite('the page of ml-app preview --html', () => {
  beforeAll(async () => {
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', ...QUIET];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const recorded = file(
    'load.csv',
    Array.from({ length: 60 }, (_, minute) => `${minute * 60},${minute % 9}`).join('\n'),
  );
  test.each([
    ['a shape', APP, ['--load', LOAD]],
    ['clients that wait', APP, ['--load', 'siege:c=10,t=5m', '--startup', '45s']],
    ['a recorded load', APP, ['--load', recorded, '--unserved', 'drop', '--idle-cpu', '0.1']],
    ['requests', APP, ['--load', 'ramp:to=300', '--cpu-per-request', '20ms', '--duration', '1h']],
    ['no load', APP, []],
    ['a metric', WORKER, ['--load', 'queue_depth=spike:to=200', '--kubernetes', '1.29']],
    ['a variant', APP, ['--load', LOAD, '--set', 'maxReplicas=3']],
  ])('says at first what the command says: %s', async (_, app, flags) => {
    const { html, told } = command(app, flags);
    const { page, troubles } = await open(html);
    for (const [index, { summary, decisions }] of told.entries()) {
      if (told.length > 1) await page.getByLabel('Autoscaler and variant').selectOption(String(index));
      const lines = ALL_SUMMARY_LINES.map(([name, say]) => [name, say(summary)]).filter(([, value]) => value !== '');
      expect(await cellsOf(page, 'Summary')).toEqual([['', 'as given'], ...lines]);
      expect(await cellsOf(page, 'Every change of the number of pods')).toEqual([
        DECISION_HEAD,
        ...decisions.map(decisionCells),
      ]);
    }
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('every control answers to the keyboard, in numbers and in the picture, as a rule within 50 ms', async () => {
    const { page, troubles } = await open(command(APP, ['--load', LOAD]).html);
    await page.evaluate(watchAnswers);
    const moves: readonly (readonly [label: string, typed: string])[] = [
      ['Load before and after, cores', '2'],
      ['Load at the top, cores', '9'],
      ['Begins after, s', '240'],
      ['Stays for, min', '5'],
      ['Fewest pods (minReplicas)', '3'],
      ['Most pods (maxReplicas)', '4'],
      ['Target of cpu, % of the request', '80'],
      ['CPU request, cores', '2'],
      ['CPU limit, cores (empty: none)', '1.2'],
      ['Start-up time, s', '200'],
      ['Scale-up window, s', '180'],
      ['Scale-up policy', 'percent'],
      ['Scale-up policy: at most, pods', '1'],
      ['Scale-up policy: within, s', '300'],
      ['Scale-down window, s', '900'],
      ['Scale-down policy', 'percent'],
      ['Scale-down policy: at most, pods', '1'],
      ['Scale-down policy: within, s', '300'],
      ['Load shape', 'daily'],
    ];
    const before = await stateOf(page);
    const controls = await page.locator('#form').locator('input, select').count();
    const reached = new Set<string>();
    const times: number[] = [];
    for (const [label, typed] of moves) {
      await tabTo(page, label);
      reached.add(label);
      await page.keyboard.press('Control+A');
      await page.keyboard.type(typed);
      const after = await stateOf(page);
      times.push(await page.evaluate(() => performance.getEntriesByName('answer')[0]?.duration ?? Number.NaN));
      expect({ label, numbers: after.numbers }).not.toEqual({ label, numbers: before.numbers });
      expect({ label, isSame: after.picture === before.picture }).toEqual({ label, isSame: false });
      expect(await page.locator('#edits').textContent()).toContain(label);
      await page.getByRole('button', { name: 'Back to what was given' }).press('Enter');
      expect(await stateOf(page)).toEqual(before);
    }
    expect(reached.size).toBe(controls);
    const answers = await page.evaluate(() => window.answers);
    const sorted = times.toSorted((a, b) => a - b);
    console.info(
      `a control: recompute and draw ${sorted.map((ms) => ms.toFixed(0)).join(' ')} ms; from the key to the paint at most ${Math.max(...answers)} ms`,
    );
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(50);
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('what the controls say is what a variant of that would be', async () => {
    const { page } = await open(command(APP, ['--load', LOAD]).html);
    await page.getByLabel('Most pods (maxReplicas)').fill('4');
    await page.getByLabel('Start-up time, s').fill('90');
    await page.getByLabel('Load at the top, cores').fill('7');
    const { told } = command(APP, ['--load', LOAD.replace('to=6', 'to=7'), '--set', 'maxReplicas=4,startup=90s']);
    const lines = ALL_SUMMARY_LINES.map(([name, say]) => [name, ...told.slice(1).map(({ summary }) => say(summary))]);
    await settle(page);
    const shown = (await cellsOf(page, 'Summary')).map(([name, , changed]) => [name, changed]);
    expect(shown).toEqual([['', 'changed'], ...lines.filter(([, value]) => value !== '')]);
    await page.close();
  });

  test('what makes no sense is told, and the picture stays', async () => {
    const { page } = await open(command(APP, ['--load', LOAD]).html);
    const before = await stateOf(page);
    const least = page.getByLabel('Fewest pods (minReplicas)');
    await least.fill('11');
    await settle(page);
    expect(await page.getByRole('alert').textContent()).toContain(
      'maxReplicas must be at least minReplicas (11), got 10',
    );
    expect(await least.getAttribute('aria-invalid')).toBe('true');
    expect((await stateOf(page)).picture).toBe(before.picture);
    await least.fill('');
    await settle(page);
    expect(await page.getByRole('alert').textContent()).toContain('Fewest pods');
    await least.fill('2');
    await settle(page);
    expect(await page.getByRole('alert').textContent()).toBe('');
    expect(await least.getAttribute('aria-invalid')).toBeNull();
    await page.close();
  });

  test('a change is said aloud, once the hand rests', async () => {
    const { page } = await open(command(APP, ['--load', LOAD]).html);
    await page.getByLabel('Most pods (maxReplicas)').fill('4');
    await page.getByRole('status').filter({ hasText: 'At most 4 pods' }).waitFor({ state: 'attached' });
    expect(await page.getByRole('status').textContent()).toBe(await page.locator('#headline').textContent());
    await page.close();
  });

  test('whatever can be used or looked at has a name', async () => {
    const { page } = await open(command(APP, ['--load', LOAD, '--set', 'maxReplicas=3']).html);
    await page.getByText('The charts as a table').click();
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const named = ['spinbutton', 'combobox', 'button', 'image', 'table', 'region', 'link', 'group', 'heading'];
    const wanted = nodes.filter(({ ignored, role }) => !ignored && named.includes(role?.value));
    expect(wanted.length).toBeGreaterThan(30);
    const nameless = wanted.filter(({ name }) => !name?.value).map(({ role, properties }) => ({ role, properties }));
    expect(nameless).toEqual([]);
    const roles = new Set(nodes.map(({ role }) => role?.value));
    for (const landmark of ['main', 'banner', 'status', 'alert']) expect(roles).toContain(landmark);
    expect(await page.locator('h1').count()).toBe(1);
    await page.close();
  });

  test('a hostile name does nothing', async () => {
    const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)><!--<script>"'$&\u2028`;
    const previews = preview(APP, { load: parseShape(LOAD), variants: ['maxReplicas=3'] }).map((each) => ({
      ...each,
      variant: each.variant && evil,
      subject: { ...each.subject, name: evil, notes: [evil] },
    }));
    const { page, troubles } = await open(
      file('evil.html', fillPage(readFileSync(EMPTY_PAGE_FILE, 'utf8'), previews, { load: LOAD, perRequest: 1 })),
    );
    expect(await page.locator('h1').textContent()).toBe(evil);
    expect(await page.locator('#notes').textContent()).toBe(evil);
    expect(await page.locator('script, img').count()).toBe(2);
    expect(troubles).toEqual([]);
    await page.close();
  });

  test('nothing but the page itself runs, and it asks for nothing', async () => {
    const { page, troubles } = await open(command(APP, ['--load', LOAD]).html);
    const outcome = await page.evaluate(async () => {
      document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.isIn = true' }));
      const fetched = await fetch('https://example.org/').then(
        () => 'fetched',
        () => 'refused',
      );
      return [(window as { isIn?: boolean }).isIn, fetched];
    });
    expect(outcome).toEqual([undefined, 'refused']);
    expect(troubles.filter((trouble) => trouble.startsWith('request'))).toEqual([]);
    await page.close();
  });

  test('dark where that is preferred, also when it becomes so, and light on paper', async () => {
    const { page, troubles } = await open(command(APP, ['--load', LOAD]).html);
    const light = await stateOf(page);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const paper = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    await settle(page);
    expect(await background()).not.toBe(paper);
    expect((await stateOf(page)).picture).not.toBe(light.picture);
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await settle(page);
    expect(await background()).toBe(paper);
    expect(await page.getByRole('button', { name: 'Back to what was given' }).isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await page.close();
  });

  test.each([360, 800, 1400])('at a width of %i nothing must be moved sideways', async (width) => {
    const { html } = command(APP, ['--load', LOAD, '--set', 'maxReplicas=3,target=70,startup=90s,scaleDownWindow=10m']);
    const { page } = await open(html, { viewport: { width, height: 740 } });
    await page.getByText('The charts as a table').click();
    await page.getByLabel('Most pods (maxReplicas)').fill('4');
    await settle(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });

  test('none of the rules came along: the page is small', () => {
    expect(readFileSync(EMPTY_PAGE_FILE, 'utf8').length).toBeLessThan(150_000);
  });

  test('a file that cannot be written is told', () => {
    const { status, stderr } = run(['dist', '--html', join(folder, 'no', 'folder.html')]);
    expect(stderr).toMatch(/^ml-app preview: cannot write .*folder\.html: .*\n$/);
    expect(status).toBe(2);
  });
});

declare global {
  interface Window {
    answers: number[];
  }
}

/** From a key to the paint of what it changed, by the browser's own clock, which goes by 8 ms. */
function watchAnswers(): void {
  window.answers = [0];
  const options = { type: 'event', durationThreshold: 16 } as PerformanceObserverInit;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') window.answers.push(duration);
  }).observe(options);
}

function run(args: readonly string[]) {
  return spawnSync('node', ['build/cli/ml-app.js', 'preview', ...args], { cwd: ROOT, encoding: 'utf8' });
}

/** The page of an app, and what the command says of it as JSON. */
function command(app: readonly object[], flags: readonly string[]) {
  const yaml = file('app.yaml', app.map((object) => JSON.stringify(object)).join('\n---\n'));
  const html = join(folder, 'page.html');
  const args = ['build/cli/ml-app.js', 'preview', yaml, ...flags, '--json', '--html', html];
  const told: ReturnType<typeof preview> = JSON.parse(execFileSync('node', args, { cwd: ROOT, encoding: 'utf8' }));
  return { html, told };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A page, and whatever should not be: what it complains of, and what it asks for. */
async function open(html: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const troubles: string[] = [];
  const url = `file://${html}`;
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== url) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await settle(page);
  return { page, troubles };
}

/** Until what was changed is drawn. */
function settle(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

async function stateOf(page: Page) {
  await settle(page);
  const pictures = await page
    .locator('canvas')
    .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
  const numbers = (await cellsOf(page, 'Summary')).map((cells) => [cells[0], cells.at(-1)]);
  return { numbers, picture: pictures.join() };
}

function cellsOf(page: Page, caption: string): Promise<string[][]> {
  return page
    .locator('table', { has: page.locator('caption', { hasText: caption }) })
    .locator('tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
}

/** By the key alone. */
async function tabTo(page: Page, label: string): Promise<void> {
  const control = page.getByLabel(label, { exact: true });
  for (let count = 0; count < 60; count += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${label}`);
}
