import { SetMetadata } from '@nestjs/common';
import type { Permission as PermissionName } from '@nhip/contracts';
import type { z } from 'zod';

export const PERMISSION = 'nhip:permission';
export const ANSWER = 'nhip:answer';

/** Who may call the route. Every route has this or `@Public()`; one without either stops the start. */
export const Permission = (name: PermissionName) => SetMetadata(PERMISSION, name);

/** A route anybody may call, signed in or not. Each one stands on the list in `test/route-inventory.spec.ts`. */
export const Public = () => SetMetadata(PERMISSION, 'public');

/** The schema of what the route answers: it goes into OpenAPI, and the API specs hold every answer against it. */
export const Answers = (schema: z.ZodType) => SetMetadata(ANSWER, schema);
