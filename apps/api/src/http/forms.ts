import type { TableFile } from '@nhip/core/organisation';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

/** The largest file an import takes, in bytes. */
const LARGEST_FILE = 10 * 1024 * 1024;

const file = z
  .custom<TableFile>((value) => (value as Partial<TableFile> | undefined)?.bytes instanceof Uint8Array)
  .meta({ type: 'string', format: 'binary' });

/** A file to be imported, sent as a form; a dry run unless said otherwise. */
export const importForm = z.strictObject({
  dryRun: z.stringbool().default(true),
  goodRowsOnly: z.stringbool().default(false),
  file,
});
export type ImportForm = z.output<typeof importForm>;

/** A whole criteria set as a file; into which set, and as which revision of it was seen. */
export const setImportForm = z.strictObject({
  dryRun: z.stringbool().default(true),
  setId: z.uuid().optional(),
  revision: z.coerce.number().int().min(1).optional(),
  file,
});
export type SetImportForm = z.output<typeof setImportForm>;

/** A table that is read and not written. */
export const tableForm = z.strictObject({ file });
export type TableForm = z.output<typeof tableForm>;

const forms: ReadonlySet<z.ZodType> = new Set([importForm, setImportForm, tableForm]);
export const isForm = (body: z.ZodType): boolean => forms.has(body);

export const isFormRequest = ({ headers }: { headers: { 'content-type'?: string } }): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') ?? false;

/** Forms with files become an object of their fields, each file its name and bytes, before validation. */
export function takeForms(server: FastifyInstance): void {
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer', bodyLimit: LARGEST_FILE },
    async (request: { headers: { 'content-type'?: string } }, body: Buffer) => {
      const headers = { 'content-type': request.headers['content-type'] ?? '' };
      const form = await new Response(body, { headers }).formData().catch((cause: unknown) => {
        throw Object.assign(new Error('The form cannot be read.', { cause }), { statusCode: 400 });
      });
      const fields = [...form].map(async ([name, value]) => [name, await fieldOf(value)] as const);
      return Object.fromEntries(await Promise.all(fields));
    },
  );
}

const fieldOf = async (value: string | File): Promise<string | TableFile> =>
  typeof value === 'string' ? value : { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
