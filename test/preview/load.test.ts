import { lines, readerOf, steps } from '../../lib/preview/load';
import { parseLoadFile } from '../../lib/preview/load-file';
import { parseShape } from '../../lib/preview/load-spec';

test('what is read of a load is its average, whatever the times of reading', () => {
  const load = lines([[0, 0], [10_000, 10], [10_000, 2], [20_000, 2]], 30_000); // biome-ignore format: points
  for (const step of [1000, 1700, 7000, 40_000]) {
    const reader = readerOf(load);
    let area = 0;
    for (let from = 0; from < 40_000; from += step) {
      const to = Math.min(40_000, from + step);
      area += reader.mean(to) * (to - from);
    }
    // The ramp, the step, and what goes on until the load is over.
    expect(area).toBeCloseTo(50_000 + 20_000 + 20_000, 3);
  }
});

test('nothing comes in before the first point of a load', () => {
  const reader = readerOf(steps([[5000, 4]], 10_000));
  expect([reader.mean(5000), reader.mean(6000), reader.mean(12_000)]).toEqual([0, 4, (4 * 4000) / 6000]);
});

test.each([
  ['step:from=1,to=3,at=10s,for=20s', [1, 3, 1]],
  ['spike:to=3,at=10s,for=20s', [0, 3, 0]],
  ['siege:c=7,t=20s,at=10s', [0, 7, 0]],
])('a shape is what its settings say: %s', (text, [before, during, after]) => {
  const reader = readerOf(parseShape(text));
  expect([reader.mean(10_000), reader.mean(30_000), reader.mean(60_000)]).toEqual([before, during, after]);
});

test('a ramp and a day rise and fall without a jump', () => {
  const ramp = readerOf(parseShape('ramp:from=2,to=4,at=0s,over=10s,for=10s'));
  expect([ramp.mean(10_000), ramp.mean(20_000), ramp.mean(30_000)]).toEqual([3, 4, 2]);
  const day = readerOf(parseShape('daily:low=1,high=3,peak=12h'));
  const hours = Array.from({ length: 24 }, (_, hour) => day.mean((hour + 1) * 3_600_000));
  expect(Math.max(...hours)).toBeCloseTo(hours[11] ?? 0, 9);
  expect(hours[0]).toBeLessThan(1.1);
});

test('a CSV may have a head, dates and other separators, and begins at its first point', () => {
  const texts = ['10,1\n20,3\n', 'time;value\n10;1\n20;3\n', '2026-11-23T00:00:10Z\t1\r\n2026-11-23T00:00:20Z\t3'];
  for (const text of texts)
    expect(parseLoadFile('a.csv', text)).toMatchObject({ times: [0, 10_000], values: [1, 3], end: 10_000 });
});

const answer = (result: unknown, resultType = 'matrix') =>
  JSON.stringify({ status: 'success', data: { resultType, result } });

test('times in milliseconds since 1970 are known by their size, and dates without a zone are UTC', () => {
  const [seconds, milliseconds] = ['1764115200,1\n1764115260,1', '1764115200000,1\n1764115260000,1'];
  expect(parseLoadFile('a', milliseconds)).toEqual(parseLoadFile('a', seconds));
  const night = '2026-03-29T01:30:00,1\n2026-03-29T02:30:00,1\n2026-03-29T03:30:00,1';
  expect(parseLoadFile('a', night).end).toBe(7_200_000);
});

test('what Prometheus answers to a range query is a load', () => {
  const values = [[1700000000, '1'], [1700000015.5, '2.5']]; // biome-ignore format: points
  expect(parseLoadFile('a.json', answer([{ metric: {}, values }]))).toMatchObject({
    times: [0, 15_500],
    values: [1, 2.5],
  });
});

const minutes = (count: number, change: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => change(index)).join('\n');

test.each([
  [
    'a gap',
    minutes(20, (index) => `${index < 10 ? index : index + 60},1`),
    /a\.csv:11: 61 s since the point before, where 1 s are usual/,
  ],
  ['time that goes back', '0,1\n20,1\n10,1', /a\.csv:3: time must go on, got an earlier time/],
  ['a time said twice', '0,1\n10,1\n10,2', /a\.csv:3: time must go on, got the same time/],
  ['no number', '0,1\n10,NaN', /a\.csv:2: the value must be a number, got "NaN"/],
  ['no end of it', '0,1\n10,Infinity', /a\.csv:2: the value must be a number/],
  ['less than nothing', '0,1\n10,-2', /a\.csv:2: the value must be at least 0, got "-2"/],
  ['no value', '0,1\n10', /a\.csv:2: must be time,value, got "10"/],
  ['no time', '0,1\nlater,2', /a\.csv:2: the time must be seconds or a date, got "later"/],
  ['one point', '0,1', /at least 2 points, got 1/],
  ['nothing', '', /at least 2 points, got 0/],
  ['silence', '0,0\n10,0', /all values are 0/],
  ['too much', minutes(1_000_001, (index) => `${index},1`), /at most 1000000 points, got 1000001/],
  ['broken JSON', '{"status":', /no JSON/],
  ['an error of Prometheus', '{"status":"error","error":"bad query"}', /Prometheus says error: bad query/],
  ['an instant query', answer([], 'vector'), /must be the answer to a range query/],
  ['no values', answer([{ values: {} }]), /the series must have values/],
  [
    'nothing among its values',
    answer([{ values: [[1, '1'], null] }]),
    /value 2: must be \[time, "value"\], got "null"/,
  ],
  ['no time among its values', answer([{ values: [['abc', '1']] }]), /value 1: must be \[time, "value"\]/],
  ['two heads', 'time,value\n08:00,NaN\n0,1\n10,1', /a\.csv:2: the time must be/],
  ['several series', answer([{ values: [] }, { values: [] }]), /must hold one series, got 2: sum them/],
])('a recorded load with %s is refused, with its place', (_what, text, message) => {
  expect(() => parseLoadFile('a.csv', text)).toThrow(message);
});

test.each([
  ['steep', /no load is called "steep": there are step, ramp/],
  ['step:high=1', /step knows from, to, at, for, got "high=1"/],
  ['step:to=-1', /step: to must be a number of at least 0, got "-1"/],
  ['step:to=NaN', /step: to must be a number/],
  ['step:at=soon', /step: at must be a time such as 90s/],
  ['siege:c=', /siege: c must be a number/],
  ['daily:days=400', /daily: days must be a whole number from 1 to 366, got 400/],
])('a shape that is none is refused: %s', (text, message) => {
  expect(() => parseShape(text)).toThrow(message);
});
