import { blocksOf } from './surface';

test('reads interfaces, classes and enums with their docstrings', () => {
  const source = `
/** How it goes. And more. */
export interface Going extends Base, Other {
  /**
   * How fast. On since
   * Kubernetes 1.31.
   *
   * @see https://example.com
   * @default - as
   * it likes
   */
  readonly speed?: number | string;

  readonly name: string;
}

/** @internal */
export interface Hidden {
  readonly field: string;
}

export class Choice {
  /** One. */
  // for the linter
  public static one(
    name: string,
    options: Going = {},
  ): Choice {
    return new Choice(name);
  }

  private constructor(public readonly _name: string) {}
}

export enum Word {
  /** The first. */
  A = 'a',
}
`;
  expect(blocksOf(source)).toEqual([
    {
      kind: 'interface',
      name: 'Going',
      bases: ['Base', 'Other'],
      doc: { text: 'How it goes. And more.' },
      items: [
        {
          id: 'Going.speed',
          name: 'speed',
          signature: 'number | string',
          isOptional: true,
          doc: {
            text: 'How fast. On since Kubernetes 1.31.',
            see: 'https://example.com',
            defaultValue: '- as it likes',
            since: '1.31',
          },
        },
        { id: 'Going.name', name: 'name', signature: 'string', isOptional: false },
      ],
    },
    {
      kind: 'class',
      name: 'Choice',
      bases: [],
      items: [
        {
          id: 'Choice.one',
          name: 'one',
          signature: 'name: string, options?: Going',
          isOptional: false,
          doc: { text: 'One.' },
        },
      ],
    },
    {
      kind: 'enum',
      name: 'Word',
      bases: [],
      items: [{ id: 'Word.A', name: 'A', signature: "'a'", isOptional: false, doc: { text: 'The first.' } }],
    },
  ]);
});

test.each([
  ['export type Name = string;\n', 'export type Name = string;'],
  ['export interface A extends Omit<B, C> {\n  readonly a: string;\n}\n', 'export interface A extends Omit<B, C> {'],
  ['export interface A {\n  run(): void;\n}\n', '  run(): void;'],
  ['export class A {\n  public static one<T>(): A {\n  }\n}\n', '  public static one<T>(): A {'],
])('passes nothing over: %j', (source, missed) => {
  expect(() => blocksOf(source)).toThrow(`can't read: ${missed}`);
});
