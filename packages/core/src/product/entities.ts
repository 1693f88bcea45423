import { ReviewCycle } from '../review-cycles/index.js';

/** Every TypeORM entity of the product; a feature adds its own. */
export const entities: (new () => object)[] = [ReviewCycle];
