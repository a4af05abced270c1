import { fields, type Located } from '../manifest';
import { child, isSet } from './located';
import { descendingPathFaults } from './path';
import { podField } from './pod-field';
import type { Pod } from './pods';
import { type Fault, fault } from './rule';

/** The annotations that seccompProfile and appArmorProfile were before they were fields. */
const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const APP_ARMOR_CONTAINER = 'container.apparmor.security.beta.kubernetes.io/';

const LOCAL = 'localhost/';
const SECCOMP_PROFILES = ['runtime/default', 'docker/default', 'unconfined'];
const APP_ARMOR_PROFILES = ['', 'runtime/default', 'unconfined'];

/** Since then, AppArmor has a field, which must say the same. */
const APP_ARMOR_FIELD_SINCE = 30;

/** What is wrong with an annotation, if it is one of a profile. */
export function* profileAnnotationFaults(pod: Pod, key: string, annotation: Located, minor: number): Iterable<Fault> {
  if (key === SECCOMP_POD) {
    yield* seccompFaults(pod, annotation, [podField(pod, 'securityContext')]);
  } else if (key.startsWith(SECCOMP_CONTAINER)) {
    const contexts = contextsOf(pod, key.slice(SECCOMP_CONTAINER.length));
    yield* seccompFaults(pod, annotation, contexts);
  } else if (key.startsWith(APP_ARMOR_CONTAINER)) {
    yield* appArmorFaults(pod, annotation, key.slice(APP_ARMOR_CONTAINER.length), minor);
  }
}

/** The security contexts of the containers of a name: one, unless something else is wrong. */
function contextsOf(pod: Pod, container: string): readonly Located[] {
  return pod.containers.filter((each) => each.fields.name === container).map((each) => child(each, 'securityContext'));
}

/** Mirrors ValidateSeccompProfile and validateSeccompAnnotationsAndFields. */
function* seccompFaults(pod: Pod, annotation: Located, contexts: readonly Located[]): Iterable<Fault> {
  const text = String(annotation.value);
  if (text.startsWith(LOCAL)) {
    yield* descendingPathFaults(pod.manifest, { ...annotation, value: text.slice(LOCAL.length) });
  } else if (!SECCOMP_PROFILES.includes(text)) {
    const must = `must be one of ${SECCOMP_PROFILES.join(', ')}, ${LOCAL}PROFILE`;
    yield fault(pod.manifest, annotation, must, 'write a seccompProfile in the securityContext instead');
  }
  for (const context of contexts) yield* mismatch(pod, annotation, child(context, 'seccompProfile'), 'docker/default');
}

/** Mirrors ValidateAppArmorPodAnnotations and validateAppArmorAnnotationsAndFieldsMatchOnCreate. */
function* appArmorFaults(pod: Pod, annotation: Located, container: string, minor: number): Iterable<Fault> {
  const { manifest } = pod;
  const contexts = contextsOf(pod, container);
  if (contexts.length === 0) {
    const where = { ...annotation, value: container };
    yield fault(manifest, where, 'must name a container of the pod', 'write the name of the container behind the /');
  }
  const text = String(annotation.value);
  if (!APP_ARMOR_PROFILES.includes(text) && !text.startsWith(LOCAL)) {
    const must = `must be runtime/default, unconfined or ${LOCAL}PROFILE`;
    yield fault(manifest, annotation, must, 'write an appArmorProfile in the securityContext instead');
  }
  if (minor < APP_ARMOR_FIELD_SINCE || fields(pod.spec.os).name === 'windows') return;
  for (const context of contexts) {
    const own = child(context, 'appArmorProfile');
    const profile = isSet(own.value) ? own : child(podField(pod, 'securityContext'), 'appArmorProfile');
    yield* mismatch(pod, annotation, profile);
  }
}

function* mismatch({ manifest }: Pod, annotation: Located, profile: Located, alias?: string): Iterable<Fault> {
  const { type, localhostProfile } = fields(profile.value);
  const texts: Readonly<Record<string, readonly unknown[]>> = {
    Unconfined: ['unconfined'],
    RuntimeDefault: ['runtime/default', alias],
    Localhost: [`${LOCAL}${localhostProfile}`],
  };
  const same = typeof type === 'string' && Object.hasOwn(texts, type) ? texts[type] : undefined;
  if (same === undefined || same.includes(annotation.value)) return;
  const must = `must be what ${profile.path} says (${type})`;
  yield fault(manifest, annotation, must, 'leave the annotation out: the field says it');
}
