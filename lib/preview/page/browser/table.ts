import { make } from './elements';

/** A table whose first cells name their rows. */
export function tableOf(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const cellOf = (text: string, column: number) =>
    column === 0 ? make('th', { scope: 'row' }, text) : make('td', {}, text);
  return make(
    'table',
    {},
    make('caption', {}, caption),
    make('thead', {}, make('tr', {}, ...head.map((text) => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, ...rows.map((cells) => make('tr', {}, ...cells.map(cellOf)))),
  );
}
