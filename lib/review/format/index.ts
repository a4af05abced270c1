import type { Review } from '../review';
import { json } from './json';
import { markdown } from './markdown';
import { text } from './text';

/** Every form in which a review is printed, by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, (review: Review) => string>> = { text, markdown, json };
