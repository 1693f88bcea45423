import { formatDay, type FigureSource } from '@nhip/contracts';
import type { Text } from '../../../i18n/use-text.js';

/** “Giấy chứng nhận ISO 9001:2015 số 01/GCN ngày 15/03/2022”. */
export function citationOf({ document, number, on }: FigureSource, text: Text): string {
  const what =
    number === undefined || number === ''
      ? document
      : text('resources.submissions.source.cited', { document, number });
  return on === undefined ? what : text('resources.submissions.source.citedOn', { what, day: formatDay(on) });
}
