import type { Edits, Field, FieldGroup } from '../field';
import { make } from './elements';

type Input = HTMLInputElement | HTMLSelectElement;

/** What makes no sense, and the control that it is said of. */
export interface Problem {
  readonly key: string | undefined;
  readonly message: string;
}

interface Control {
  readonly field: Field;
  readonly row: HTMLElement;
  readonly input: Input;
  /** What it was, where it is something else now. */
  readonly was: HTMLElement;
}

/** The controls. They are kept while they are wanted, so that none loses the focus. */
export class Form {
  private readonly fieldsets = new Map<string, HTMLFieldSetElement>();
  private controls = new Map<string, Control>();

  constructor(
    private readonly root: HTMLElement,
    private readonly onChange: (field: Field, value: string) => void,
  ) {}

  /** Shows these controls, and no others. */
  public show(groups: readonly FieldGroup[], edits: Edits): void {
    const before = this.controls;
    this.controls = new Map();
    for (const { name, fields } of groups) {
      const controls = fields.map((field) => this.controlOf(field, before.get(field.key)));
      arrange(
        this.fieldsetOf(name),
        controls.map(({ row }) => row),
      );
    }
    for (const { field, input, was } of this.controls.values()) {
      const value = edits[field.key];
      // Who types is not interrupted.
      if (input !== document.activeElement || value === undefined) input.value = value ?? field.given;
      was.textContent = value === undefined ? '' : `was ${nameOf(field, field.given)}`;
    }
  }

  /** Forgets all controls: those of another scenario were given otherwise. */
  public clear(): void {
    this.controls = new Map();
  }

  /** What is wrong with the first control that holds no number it can have. */
  public firstWrong(): Problem | undefined {
    for (const { field, input } of this.controls.values()) {
      if (!input.validity.valid) return { key: field.key, message: `${field.label}: ${input.validationMessage}` };
    }
    return undefined;
  }

  /** Says of one control that it makes no sense, and of all others that they do. */
  public blame(key: string | undefined): void {
    for (const { field, input } of this.controls.values()) {
      if (field.key === key) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  private fieldsetOf(name: string): HTMLFieldSetElement {
    const known = this.fieldsets.get(name);
    if (known !== undefined) return known;
    const fieldset = make('fieldset', {}, make('legend', {}, name));
    this.fieldsets.set(name, fieldset);
    this.root.append(fieldset);
    return fieldset;
  }

  private controlOf(field: Field, before: Control | undefined): Control {
    const isSame = JSON.stringify(before?.field) === JSON.stringify(field);
    const control = before !== undefined && isSame ? before : this.newControl(field);
    this.controls.set(field.key, control);
    return control;
  }

  private newControl(field: Field): Control {
    const input = field.choices === undefined ? numberInput(field) : choiceInput(field);
    input.id = `control-${field.key}`;
    const was = make('small', { id: `${input.id}-was` });
    input.setAttribute('aria-describedby', `${was.id} problem`);
    input.addEventListener('input', () => {
      // A value between two steps is as good.
      if (input.validity.stepMismatch) input.setAttribute('step', 'any');
      this.onChange(field, input.value);
    });
    const row = make('div', { class: 'control' }, make('label', { for: input.id }, field.label), input, was);
    return { field, row, input, was };
  }
}

/** Makes these the rows below the legend. Those that stay are not touched: what is moved loses the focus. */
function arrange(fieldset: HTMLFieldSetElement, rows: readonly HTMLElement[]): void {
  for (const row of [...fieldset.children].slice(1)) if (!rows.includes(row as HTMLElement)) row.remove();
  for (const [index, row] of rows.entries()) {
    const there = fieldset.children[index + 1] ?? null;
    if (there !== row) fieldset.insertBefore(row, there);
  }
}

function numberInput({ given, least, most, step, isOptional }: Field): HTMLInputElement {
  const input = make('input', { type: 'number', inputmode: 'decimal' });
  if (least !== undefined) input.min = String(least);
  if (most !== undefined) input.max = String(most);
  input.step = String(step ?? 'any');
  input.required = !isOptional;
  input.value = given;
  return input;
}

function choiceInput({ given, choices = [] }: Field): HTMLSelectElement {
  const select = make('select', {}, ...choices.map(({ value, name }) => make('option', { value }, name)));
  select.value = given;
  return select;
}

function nameOf({ choices }: Field, value: string): string {
  return choices?.find((choice) => choice.value === value)?.name ?? (value || 'empty');
}
