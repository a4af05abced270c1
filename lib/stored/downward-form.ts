import { type Fields, fields } from '../manifest';
import { amountForm, withDefaults } from './form';

/** What a variable or a file says of its own pod, as the server stores it. */
export function downwardForm(source: Fields): Fields {
  const { fieldRef, resourceFieldRef, ...rest } = source;
  const field = fieldRef == null ? {} : { fieldRef: withDefaults(fields(fieldRef), { apiVersion: 'v1' }) };
  const resource = resourceFieldRef == null ? {} : { resourceFieldRef: resourceForm(fields(resourceFieldRef)) };
  return { ...rest, ...field, ...resource };
}

function resourceForm(reference: Fields): Fields {
  return { ...reference, divisor: amountForm(reference.divisor ?? '0') };
}
