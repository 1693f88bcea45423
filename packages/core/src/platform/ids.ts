import { randomBytes } from 'node:crypto';

/** Makes record ids: UUID version 7 (RFC 9562), so that they sort by the time they were made. */
export interface Ids {
  next(): string;
}

export const randomIds: Ids = {
  next() {
    const bytes = randomBytes(16);
    bytes.writeUIntBE(Date.now(), 0, 6);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  },
};
