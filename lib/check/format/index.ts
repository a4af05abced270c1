import type { Format } from './format';
import { github } from './github';
import { human } from './human';
import { json } from './json';
import { junit } from './junit';
import { sarif } from './sarif';

/** Every form in which findings are printed, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, Format>> = { human, json, sarif, junit, github };
