import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { z } from 'zod';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a route answers that hands out a workbook. */
export const xlsxFile = z.custom<StreamableFile>().meta({ type: 'string', format: 'binary' });

/** A workbook to be saved under `name` (letters, digits, `.`, `-`, `_`; whatever else is in it becomes `-`). */
export const xlsx = (name: string, bytes: Uint8Array): StreamableFile =>
  new StreamableFile(bytes, {
    type: XLSX_TYPE,
    disposition: `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.xlsx"`,
  });

/** What a route answers that hands out a file as it was given. */
export const anyFile = z.custom<StreamableFile>().meta({ type: 'string', format: 'binary' });

/** A file to be saved under its own name (RFC 6266): in plain letters for old browsers, and as it is for the others. */
export function attachment(
  bytes: Readable,
  { name, mediaType, size }: { readonly name: string; readonly mediaType: string; readonly size: number },
): StreamableFile {
  const plain = name
    .normalize('NFD')
    .replace(/đ/gi, 'd')
    .replace(/[^\w.() -]/g, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return new StreamableFile(bytes, {
    type: mediaType,
    length: size,
    disposition: `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
  });
}

/** A calendar as text (RFC 5545). */
export const calendarText = z.string();
export const CALENDAR_TYPE = 'text/calendar';

/** Media types of what is answered other than as JSON. */
export const fileTypes: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [xlsxFile, XLSX_TYPE],
  [anyFile, 'application/octet-stream'],
  [calendarText, CALENDAR_TYPE],
]);
