import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { check, type Checked, type Language } from '@nhip/contracts';
import { DomainError } from '@nhip/core/shared';
import { z } from 'zod';

/** Entries that do not fit; the words wait until the filter knows the reader's language. */
export class ValidationFailed extends Error {
  constructor(readonly inLanguage: (language: Language) => Checked<unknown>) {
    super('validation failed');
  }
}

/**
 * Holds what a route takes against the zod schema beside it: `@Body({ schema })`, `@Query({ schema })`,
 * `@Param('id', { schema })`. Unknown field: 400; wrong value: 422; an id that cannot be one: 404.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, schema }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    const zod = schema as unknown as z.ZodType;
    const given = type === 'query' ? withLists(zod, value) : (value ?? {});
    const result = zod.safeParse(given);
    if (result.success) return result.data;
    if (type === 'param') throw new DomainError('NOT_FOUND');
    throw new ValidationFailed((language) => check(zod, given, language));
  }
}

/** `?ids=a` is a list of one where the schema wants a list: an address cannot tell. */
function withLists(schema: z.ZodType, query: unknown): unknown {
  if (!(schema instanceof z.ZodObject)) return query;
  const shape = schema.shape as Record<string, z.ZodType | undefined>;
  return Object.fromEntries(
    Object.entries(query ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' && isList(shape[name]) ? [value] : value,
    ]),
  );
}

function isList(schema: z.ZodType | undefined): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isList(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray;
}
