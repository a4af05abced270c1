import { type Fields, fields, items, type Manifest } from '../manifest';
import { ALLOCATED } from '../stored/service-form';
import { storedForm } from '../stored/stored-form';

/**
 * The form in which an object that was read and what was made of it are compared: as the API server stores it, and with
 * the addresses, ports and finalizers that it asks for.
 */
export function proofForm(manifest: Manifest): Manifest {
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

/** Without what is `null`, which is not there to Kubernetes. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const own = Object.entries(value).filter(([, inner]) => inner != null);
  return Object.fromEntries(own.map(([key, inner]) => [key, withoutNulls(inner)]));
}
