import { criteriaSetContent, type CriteriaSetContent } from '@nhip/contracts';
import fc from 'fast-check';
import { z } from 'zod';

type Def = z.core.$ZodTypeDef & Record<string, unknown>;
const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as Def;

const codes = fc.constantFrom('a', 'b', 'c-1', '12', 'T.1_x');
const decimals = fc.oneof(
  fc.constantFrom('0', '0.1', '-3', '12.50', '100', '0.30000000000000004', '1'),
  fc.tuple(fc.nat(999_999), fc.nat(99)).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
);
const words = fc.oneof(
  fc.constantFrom(
    'Tên',
    '“x; y”',
    '"',
    '""',
    '=1+1',
    'a\nb',
    '0,5',
    '1.10',
    'có',
    '_x000D_',
    '<&>',
    'x;"y',
    '__proto__',
    'a\u0001\rb',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
/** Values of a schema, found from the schema itself: a field that is added to it is tried without being named here. */
function valuesOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const inner = (): fc.Arbitrary<unknown> => valuesOf(def['innerType'] as z.core.$ZodType);
  switch (def.type) {
    case 'object':
      return fc
        .record(
          Object.fromEntries(
            Object.entries(def['shape'] as Record<string, z.core.$ZodType>).map(([key, value]) => [
              key,
              valuesOf(value),
            ]),
          ),
        )
        .map((found) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)));
    case 'array': {
      const element = valuesOf(def['element'] as z.core.$ZodType);
      return fc
        .array(element, { maxLength: 3 })
        .chain((list) =>
          list.length === 0
            ? fc.array(element, { minLength: 2, maxLength: 3 }).chain((two) => fc.constantFrom(list, two))
            : fc.constant(list),
        )
        .filter((list) => z.safeParse(schema, list).success);
    }
    case 'optional':
      return fc.oneof(fc.constant(undefined), inner());
    case 'nullable':
      return fc.oneof(fc.constant(null), inner());
    case 'default':
    case 'prefault':
      return inner();
    case 'union':
      return fc.oneof(...(def['options'] as z.core.$ZodType[]).map(valuesOf));
    case 'enum':
      return fc.constantFrom(...Object.values(def['entries'] as Record<string, string>));
    case 'literal':
      return fc.constantFrom(...(def['values'] as string[]));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.nat(12).filter((value) => z.safeParse(schema, value).success);
    case 'string':
      return fc
        .oneof(codes, decimals, words, fc.constantFrom('https://a.vn/x?y=1', '0.25', '1.0'))
        .filter((text) => z.safeParse(schema, text).data === text);
    default:
      throw new Error(`no values for ${def.type}`);
  }
}

/** Valid contents; the linter may find anything in them. */
export const randomContent: fc.Arbitrary<CriteriaSetContent> = valuesOf(criteriaSetContent).map((content) =>
  criteriaSetContent.parse(content),
);
