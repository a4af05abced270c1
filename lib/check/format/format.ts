import type { Skipped } from '../files';
import type { Finding } from '../finding';

/** What is printed: the findings that were asked for, and what was not checked. */
export interface Printable {
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly objects: number;
  readonly files: number;
}

export interface FormatOptions {
  /** Whether the reader is a terminal that shows colours. */
  readonly colour: boolean;
  /** A line of a file, as it stands there. */
  readonly lineOf: (file: string, line: number) => string | undefined;
}

export type Format = (report: Printable, options: FormatOptions) => string;
