import { type Fields, fields, items, type Manifest } from '../manifest';
import { ALLOCATED } from './service-form';
import { storedForm } from './stored-form';

/**
 * A manifest in the form in which the API server stores it, and with the addresses, ports and finalizers that it asks for:
 * two that ask for the same are equal.
 */
export function askedForm(manifest: Manifest): Manifest {
  const form = storedForm(manifest);
  const { finalizers } = fields(manifest.metadata);
  const metadata = items(finalizers).length === 0 ? form.metadata : { ...fields(form.metadata), finalizers };
  if (manifest.kind !== 'Service') return { ...form, metadata };
  return { ...form, metadata, spec: serviceSpec(fields(form.spec), fields(manifest.spec)) };
}

function serviceSpec(form: Fields, said: Fields): Fields {
  // What was asked for is not given out.
  const asked = ALLOCATED.filter((name) => said[name] != null).map((name) => [name, said[name]]);
  const ports = items(form.ports).map((port, index) => {
    const { nodePort } = fields(items(said.ports)[index]);
    return nodePort == null ? port : { ...fields(port), nodePort };
  });
  return { ...form, ...Object.fromEntries(asked), ...(form.ports === undefined ? {} : { ports }) };
}
