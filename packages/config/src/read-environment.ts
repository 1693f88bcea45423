import type { z } from 'zod';

/** The environment does not fit the schema; the message names each variable and never a value. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** An empty value counts as left out, so that a line `NAME=` in an .env file says nothing. */
const given = (env: Readonly<Record<string, string | undefined>>, name: string) =>
  env[name]?.trim() || undefined;

/**
 * Reads the variables the schema names and nothing else.
 * @throws {EnvironmentError} naming every variable that is missing or wrong and what would be right
 */
export function readEnvironment<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const names = Object.keys(schema.shape);
  const result = schema.safeParse(Object.fromEntries(names.map((name) => [name, given(env, name)])));
  if (result.success) return result.data;
  const wrong = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))];
  const lines = wrong.map((name) => {
    const problem = given(env, name) === undefined ? 'is missing' : 'is not right';
    const description = (schema.shape as Record<string, z.ZodType | undefined>)[name]?.description;
    return `  ${name} ${problem}; expected: ${description}`;
  });
  throw new EnvironmentError(['The environment is not complete:', ...lines].join('\n'));
}
