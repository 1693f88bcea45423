import { randomUUID } from 'node:crypto';

/** Makes record ids: UUID version 7 (RFC 9562), so that they sort by the time they were made. */
export interface Ids {
  next(): string;
}

export const randomIds: Ids = {
  next() {
    const time = Date.now().toString(16).padStart(12, '0');
    const random = randomUUID(); // all but its first 48 bits and its version, which are time and 7
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
  },
};
