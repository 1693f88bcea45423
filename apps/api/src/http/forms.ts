import multipart from '@fastify/multipart';
import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { evidenceWords, LARGEST_EVIDENCE } from '@nhip/contracts';
import type { ReceivedFile } from '@nhip/core/evidence';
import type { TableFile } from '@nhip/core/organisation';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

const MEBIBYTE = 1024 * 1024;
/** The largest file an import takes, in bytes. */
const LARGEST_FILE = 10 * MEBIBYTE;

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

/** A file that was streamed into the store while it came. */
export interface UploadedFile {
  readonly name: string;
  readonly received: ReceivedFile;
}

/** An evidence file, with what it is evidence of. */
export const evidenceForm = evidenceWords.extend({
  file: z
    .custom<UploadedFile>((value) => (value as Partial<UploadedFile> | undefined)?.received !== undefined)
    .meta({ type: 'string', format: 'binary' }),
});
export type EvidenceForm = z.output<typeof evidenceForm>;

const forms: ReadonlySet<z.ZodType> = new Set([importForm, setImportForm, tableForm, evidenceForm]);
export const isForm = (body: z.ZodType): boolean => forms.has(body);

export const isFormRequest = ({ headers }: { headers: { 'content-type'?: string } }): boolean =>
  headers['content-type']?.startsWith('multipart/form-data') ?? false;

/** Forms with files are read behind the guards, part by part; one that declares itself too long is not read at all. */
export async function takeForms(server: FastifyInstance): Promise<void> {
  await server.register(multipart, {
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 20, fieldSize: 64 * 1024, headerPairs: 20 },
  });
  server.addHook('onRequest', async (request, reply) => {
    const declared = Number(request.headers['content-length'] ?? 0);
    if (!isFormRequest(request) || declared <= LARGEST_EVIDENCE + MEBIBYTE) return;
    void reply.header('connection', 'close');
    throw Object.assign(new Error('The form is too long.'), { statusCode: 413 });
  });
}

const STREAMED = 'nhip:streamed-form';
/** The route takes its form itself, with a file too large to hold in memory. */
export const StreamedForm = () => SetMetadata(STREAMED, true);

/** Forms become an object of their fields, each file its name and bytes, before validation. */
@Injectable()
export class ReadForms implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const streamed = this.reflector.get<boolean | undefined>(STREAMED, context.getHandler()) === true;
    if (request.isMultipart() && !streamed)
      request.body = await formOf(request, async (part): Promise<TableFile> => ({
        name: part.filename,
        bytes: new Uint8Array(await part.toBuffer()),
      }));
    return next.handle();
  }
}

type Part = Awaited<ReturnType<FastifyRequest['file']>> & object;

/** The form's fields by name, its file as `take` gives it. One that breaks off or cannot be read: 400. */
export async function formOf(
  request: FastifyRequest,
  take: (part: Part) => Promise<unknown>,
  limits: Parameters<FastifyRequest['parts']>[0] = {},
): Promise<Record<string, unknown>> {
  const fields: [string, unknown][] = [];
  try {
    for await (const part of request.parts(limits))
      fields.push([part.fieldname, part.type === 'file' ? await take(part) : part.value]);
  } catch (cause) {
    if (cause instanceof Error && ('statusCode' in cause || cause.name === 'DomainError')) throw cause;
    throw Object.assign(new Error('The form cannot be read.', { cause }), { statusCode: 400 });
  }
  return Object.fromEntries(fields);
}
