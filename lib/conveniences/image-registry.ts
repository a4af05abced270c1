import { changePod, changeServing } from './change';
import type { Convenience } from './convenience';

/** Comes last: the convenience for the model adds a container. */
export const imageRegistry: Convenience = (app, { imageRegistry }) => {
  if (imageRegistry === undefined) return app;
  const registry = imageRegistry.replace(/\/+$/, '');
  const complete = <Container extends { readonly image: string }>(container: Container): Container => ({
    ...container,
    image: namesRegistry(container.image) ? container.image : `${registry}/${container.image}`,
  });
  const { containers, initContainers, servingContainer } = app.pod;
  return changePod(changeServing(app, { image: complete(servingContainer).image }), {
    containers: containers?.map(complete),
    initContainers: initContainers?.map(complete),
  });
};

/** As container runtimes read it: the first part of a path is a registry if it has a dot or a port, or is localhost. */
function namesRegistry(image: string): boolean {
  const [first = '', ...path] = image.split('/');
  return path.length > 0 && (first === 'localhost' || /[.:]/.test(first));
}
