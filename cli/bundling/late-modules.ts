import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** What a synth of sound manifests does not need, and takes half of the time that cdk8s takes to load. */
const LATE = ['child_process', 'crypto', 'js-yaml', 'os', 'yaml'];

/** Who asks for it: cdk8s and this package, which use what they import only in functions. What others do is unknown. */
const ASKING = /[\\/]node_modules[\\/](cdk8s|cdk8s-autoscaled-ml-app)[\\/](?!.*node_modules)/;

/** A plugin of esbuild: in the place of a late module stands one that loads it when one of its functions is called. */
export function lateModules(ourCode: string): Plugin {
  return {
    name: 'late modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^(${LATE.join('|')})$`) }, ({ path, importer, namespace, resolveDir }) => {
        const asks = namespace === 'file' && (ASKING.test(importer) || importer.startsWith(ourCode));
        return asks ? { path, namespace: 'late', pluginData: resolveDir } : undefined;
      });
      onLoad({ filter: /./, namespace: 'late' }, ({ path, pluginData: resolveDir }) => {
        const exported = Object.entries<unknown>(createRequire(join(resolveDir, 'importer.js'))(path));
        return { contents: late(path, exported), loader: 'js', resolveDir };
      });
    },
  };
}

function late(module: string, exported: readonly [string, unknown][]): string {
  const names = (wanted: boolean) =>
    JSON.stringify(exported.filter(([, value]) => (typeof value === 'function') === wanted).map(([name]) => name));
  return `const load = () => require(${JSON.stringify(module)});
Object.defineProperty(exports, '__esModule', { value: true });
for (const name of ${names(true)}) {
  exports[name] = function (...args) {
    return new.target ? Reflect.construct(load()[name], args) : Reflect.apply(load()[name], this, args);
  };
}
for (const name of ${names(false)}) {
  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });
}
`;
}
