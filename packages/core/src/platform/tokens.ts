export const DATA_SOURCE = Symbol('DATA_SOURCE');
export const IDS = Symbol('IDS');
/** The zone in which days begin and deadlines end. */
export const TIME_ZONE = Symbol('TIME_ZONE');
