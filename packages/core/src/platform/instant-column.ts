import type { ValueTransformer } from 'typeorm';
import { instant, type Instant } from '../shared/index.js';

/** For entity columns of type timestamptz: TypeORM hands over a Date, the domain keeps ISO text. */
export const instantColumn: ValueTransformer = {
  to: (value: Instant | null) => value,
  from: (value: Date | null) => (value === null ? null : instant(value)),
};
