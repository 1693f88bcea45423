import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { check, type Checked, type Language } from '@nhip/contracts';
import { DomainError } from '@nhip/core/shared';
import type { z } from 'zod';

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
    const result = zod.safeParse(value ?? {});
    if (result.success) return result.data;
    if (type === 'param') throw new DomainError('NOT_FOUND');
    throw new ValidationFailed((language) => check(zod, value ?? {}, language));
  }
}
