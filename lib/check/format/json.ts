import type { Format } from './format';

/** A list of findings, as they are. */
export const json: Format = ({ findings }) => `${JSON.stringify(findings, null, 2)}\n`;
