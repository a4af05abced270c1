import { printable } from '../lib/printable';

/** A line on the standard error, by the verb that says it. */
export function tell(verb: string, message: string): void {
  console.error(`ml-app ${verb}: ${printable(message)}`);
}
