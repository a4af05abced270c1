import { type Fields, fields, items } from '../manifest';
import { pullPolicyOf } from './container-form';
import { downwardForm } from './downward-form';
import { amountForm, withDefaults } from './form';

/** A volume of a pod as the server stores it: one without a source is an empty folder. */
export function volumeForm(volume: Fields): Fields {
  const sources = Object.entries(volume).map(([name, source]) => {
    const form = SOURCES[name];
    return [name, form === undefined || source == null ? source : form(fields(source))];
  });
  const isEmpty = Object.entries(volume).every(([name, source]) => name === 'name' || source == null);
  return isEmpty ? { ...volume, emptyDir: {} } : Object.fromEntries(sources);
}

type Form = (source: Fields) => Fields;

const SOURCES: Readonly<Record<string, Form>> = {
  configMap: filesForm,
  secret: filesForm,
  downwardAPI: (source) => ({ ...filesForm(source), items: downwardFiles(source) }),
  projected: (source) => ({ ...filesForm(source), sources: items(source.sources).map(projectionForm) }),
  hostPath: (source) => withDefaults(source, { type: '' }),
  emptyDir: (source) => (source.sizeLimit == null ? source : { ...source, sizeLimit: amountForm(source.sizeLimit) }),
  iscsi: (source) => withDefaults(source, { iscsiInterface: 'default' }),
  image: (source) => withDefaults(source, { pullPolicy: pullPolicyOf(String(source.reference ?? '')) }),
};

/** Files are readable by their owner, and by everyone else who is in the container. */
function filesForm(source: Fields): Fields {
  return withDefaults(source, { defaultMode: 0o644 });
}

function projectionForm(source: unknown): Fields {
  const { downwardAPI, serviceAccountToken, ...rest } = fields(source);
  const downward =
    downwardAPI == null ? {} : { downwardAPI: { ...fields(downwardAPI), items: downwardFiles(fields(downwardAPI)) } };
  const token =
    serviceAccountToken == null
      ? {}
      : { serviceAccountToken: withDefaults(fields(serviceAccountToken), { expirationSeconds: 3600 }) };
  return { ...rest, ...downward, ...token };
}

function downwardFiles(source: Fields): Fields[] {
  return items(source.items).map((file) => downwardForm(fields(file)));
}
