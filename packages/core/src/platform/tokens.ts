export const DATA_SOURCE = Symbol('DATA_SOURCE');
export const IDS = Symbol('IDS');
