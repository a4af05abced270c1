import { type Code, call } from '../code/code';
import { hasOnly, onlyFieldOf, type Said, under } from '../said';
import { asCommand, asNumberOrText, asSeconds, asText } from './values';

export function lifecycleHook(said: Said): Code | undefined {
  const handler = onlyFieldOf(said);
  if (handler === undefined) return undefined;
  const [name, asked] = handler;
  if (name === 'exec') return one('LifecycleHook.exec', asCommand(under(asked, 'command')));
  if (name === 'sleep') return one('LifecycleHook.sleep', asSeconds(under(asked, 'seconds')));
  if (name !== 'httpGet' || !hasOnly(asked, 'path', 'port')) return undefined;
  const [path, port] = [asText(under(asked, 'path')), asNumberOrText(under(asked, 'port'))];
  return path && port && call('LifecycleHook.httpGet', path, port);
}

function one(callee: string, arg: Code | undefined): Code | undefined {
  return arg && call(callee, arg);
}
