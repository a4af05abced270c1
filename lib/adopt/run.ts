import * as cdk8s from 'cdk8s';
import * as library from '../index';
import type { Printed } from './program';

/** Runs a printed program as it stands, but for its synth: nothing is written. Gives the app that it makes. */
export function run({ imports, body }: Printed): cdk8s.App {
  let made: cdk8s.App | undefined;
  class UnwrittenApp extends cdk8s.App {
    public override synth(): void {
      made = this;
    }
  }
  const own: Readonly<Record<string, unknown>> = { ...library, App: UnwrittenApp };
  const names = imports.flatMap((each) => each.names);
  const values = names.map((name) => own[name] ?? (cdk8s as Readonly<Record<string, unknown>>)[name]);
  // The body was printed here, of data: every text in it is a literal.
  new Function(...names, `'use strict';\n${body}`)(...values);
  if (made === undefined) throw new Error('the program made no app');
  return made;
}
