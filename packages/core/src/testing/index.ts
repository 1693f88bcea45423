export { archiveOf, documents, program, xlsxOf, type PackedPart } from './documents.js';
export { criteriaSet, element, indicator } from './criteria-set.js';
export { eventually, PATIENCE_MS, untilBlocked } from './eventually.js';
export { employ } from './people.js';
export { playTo, standAt } from './play-time.js';
export { openOffice, type Office } from './office.js';
export { openTestProduct, systemCall, type TestProduct } from './product.js';
export { clusterUrl, createTestDatabase, prepareTemplate, urlOf, type TestDatabase } from './postgres.js';
export { hashOfHistory, playQuarter, seededIds } from './quarter.js';
