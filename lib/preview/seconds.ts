const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a text such as `90s`, `1h30m` or `20ms`; nothing where it is none. */
export function parseSeconds(text: string): number | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:ms|s|m|h|d))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  }
  return total;
}

/** Milliseconds as people say them: `45 s`, `5 min 30 s`, `2 h 5 min`. */
export function sayTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const [large, small] = hours > 0 ? [`${hours} h`, minutes > 0 ? ` ${minutes} min` : ''] : [`${minutes} min`, ''];
  return hours > 0 || seconds % 60 === 0 ? large + small : `${large} ${seconds % 60} s`;
}
