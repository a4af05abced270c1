import { fields, type Manifest } from '../manifest';

/** Whether a Service asks for no address of its own: its name leads to those of the pods. */
export function isHeadless(service: Manifest): boolean {
  return fields(service.spec).clusterIP === 'None';
}
