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
