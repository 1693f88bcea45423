import { DomainError } from '../shared/index.js';
import type { FileStore } from './file-store.js';

const notKept = () => Promise.reject(new DomainError('EVIDENCE_NOT_KEPT'));

/** Where no folder was given: files are refused with what an administrator has to set. */
export const noStore: FileStore = {
  receive: notKept,
  keep: notKept,
  discard: () => Promise.resolve(),
  open: notKept,
  sweep: () => Promise.resolve(0),
};
