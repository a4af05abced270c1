import { type Fields, fields } from '../manifest';

/** What the server writes into the metadata. */
export const SET_BY_SERVER: readonly string[] = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
];
/** What is asked for, but not compared. */
const GUARDS = 'finalizers';
const NOT_OURS =
  /^(?:kubectl\.kubernetes\.io\/|deployment\.kubernetes\.io\/revision$|autoscaling\.alpha\.kubernetes\.io\/)/;

export function metadataForm(metadata: Fields): Fields {
  const { annotations, ...rest } = metadata;
  const own = Object.entries(rest).filter(([key]) => key !== GUARDS && !SET_BY_SERVER.includes(key));
  const kept = Object.entries(fields(annotations)).filter(([key]) => !NOT_OURS.test(key));
  return { ...Object.fromEntries(own), annotations: Object.fromEntries(kept) };
}
