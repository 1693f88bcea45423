import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { LARGEST_EVIDENCE } from '@nhip/contracts';
import { FILE_STORE, type FileStore, type ReceivedFile } from '@nhip/core/evidence';
import type { FastifyRequest } from 'fastify';
import { lastValueFrom, of } from 'rxjs';
import { formOf, type UploadedFile } from '../http/forms.js';

/**
 * Streams the form's file into the store as it comes; nothing of it is held in memory. Whatever becomes of the
 * request, what was not kept by then is thrown away.
 */
@Injectable()
export class TakeEvidenceFile implements NestInterceptor {
  constructor(@Inject(FILE_STORE) private readonly store: FileStore) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.isMultipart()) return next.handle();
    const taken: ReceivedFile[] = [];
    const take = async ({ filename, file }: { filename: string; file: AsyncIterable<Uint8Array> }) => {
      const received = await this.store.receive(file, LARGEST_EVIDENCE);
      taken.push(received);
      // The same file sent again is the same command, wherever it came to lie.
      const toJSON = () => ({ name: filename, sha256: received.sha256 });
      return { name: filename, received, toJSON } satisfies UploadedFile & { toJSON: unknown };
    };
    try {
      const limits = { limits: { fileSize: LARGEST_EVIDENCE + 1 }, throwFileSizeLimit: false };
      request.body = await formOf(request, take, limits);
      return of(await lastValueFrom(next.handle()));
    } finally {
      await Promise.all(taken.map((file) => this.store.discard(file)));
    }
  }
}
