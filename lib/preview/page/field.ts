/** A control of the page: a number, or one of some choices. */
export interface Field {
  readonly key: string;
  /** With its unit: `Start-up time, s`. */
  readonly label: string;
  /** Its value as the scenario has it; empty for none. */
  readonly given: string;
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
  /** Whether it may be empty. */
  readonly isOptional?: boolean;
}

/** Controls that belong together. */
export interface FieldGroup {
  readonly name: string;
  readonly fields: readonly Field[];
}

/** The values of controls that differ from what was given, by their keys. */
export type Edits = Readonly<Record<string, string>>;
