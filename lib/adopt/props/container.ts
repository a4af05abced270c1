import { ImagePullPolicy, Protocol, TerminationMessagePolicy } from '../../props/container';
import { type Code, type Entry, entry, plain } from '../code/code';
import { isSaid, type Said, under } from '../said';
import { env, envFrom } from './env';
import { lifecycleHook } from './lifecycle-hook';
import { probe } from './probe';
import { resourceProps } from './resources';
import { asCommand, asConstant, asFlag, asListOf, asNumber, asText, asTyped, type Convert, prop } from './values';

/** The props of any container but its name. */
export function containerProps(container: Said): Entry[] {
  const get = (...path: readonly string[]) => under(container, ...path);
  return [
    ...prop('image', get('image'), asText),
    ...prop('imagePullPolicy', get('imagePullPolicy'), asConstant('ImagePullPolicy', ImagePullPolicy)),
    ...prop('command', get('command'), asCommand),
    ...prop('args', get('args'), asCommand),
    ...prop('workingDir', get('workingDir'), asText),
    ...prop('ports', get('ports'), asGroupsOf(portProps)),
    ...prop('env', get('env'), env),
    ...prop('envFrom', get('envFrom'), envFrom),
    ...resourceProps(get('resources')),
    ...prop('volumeMounts', get('volumeMounts'), asGroupsOf(mountProps)),
    ...prop('readinessProbe', get('readinessProbe'), probe),
    ...prop('livenessProbe', get('livenessProbe'), probe),
    ...prop('startupProbe', get('startupProbe'), probe),
    ...prop('postStart', get('lifecycle', 'postStart'), lifecycleHook),
    ...prop('preStop', get('lifecycle', 'preStop'), lifecycleHook),
    ...prop(
      'terminationMessagePolicy',
      get('terminationMessagePolicy'),
      asConstant('TerminationMessagePolicy', TerminationMessagePolicy),
    ),
    ...prop('securityContext', get('securityContext'), asTyped('core.v1.SecurityContext')),
  ];
}

/** A container beside the one that serves. */
export function additionalContainer(container: Said): Code {
  return { kind: 'group', entries: [...prop('name', under(container, 'name'), asText), ...containerProps(container)] };
}

export function initContainer(container: Said): Code {
  const restart = under(container, 'restartPolicy');
  const sidecar = restart.value === 'Always' ? entry('sidecar', plain(true), restart) : [];
  const [name, ...props] = (additionalContainer(container) as { entries: readonly Entry[] }).entries;
  return { kind: 'group', entries: [...(name ? [name] : []), ...sidecar, ...props] };
}

/** A list of groups of props; what a group can't say stays for a patch. */
export function asGroupsOf(propsOf: (said: Said) => Entry[]): Convert {
  return (list) => asListOf(list, (item) => (isSaid(item) ? { kind: 'group', entries: propsOf(item) } : undefined));
}

function portProps(port: Said): Entry[] {
  return [
    ...prop('containerPort', under(port, 'containerPort'), asNumber),
    ...prop('name', under(port, 'name'), asText),
    ...prop('protocol', under(port, 'protocol'), asConstant('Protocol', Protocol)),
  ];
}

function mountProps(mount: Said): Entry[] {
  return [
    ...prop('name', under(mount, 'name'), asText),
    ...prop('mountPath', under(mount, 'mountPath'), asText),
    ...prop('readOnly', under(mount, 'readOnly'), asFlag),
    ...prop('subPath', under(mount, 'subPath'), asText),
  ];
}
