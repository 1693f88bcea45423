/** Every TypeORM entity of the product; a feature adds its own. */
export const entities: (new () => object)[] = [];
