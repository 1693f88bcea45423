export { OrganisationModule } from './organisation.module.js';
export { importOutcome, mayWrite, sortRows, type ReadRow } from './domain/import-rows.js';
export { GetUnit } from './queries/get-unit.query.js';
export { reachesAll, unitIdsByCode } from './queries/known-organisation.js';
export { GetPeerGroup, ListPeerGroups } from './queries/list-peer-groups.query.js';
export { ListUnits } from './queries/list-units.query.js';
export { todayIn } from './queries/today-in.js';
export { isSafeZip } from './tables/inspect-zip.js';
export { MAX_IMPORT_ROWS, readTable } from './tables/read-table.js';
export type { TableColumns, TableFile, TableRow } from './tables/table-file.js';
export { ChangePeerGroup } from './use-cases/change-peer-group.use-case.js';
export { ChangeUnit, changeUnit, type ChangeUnitRequest } from './use-cases/change-unit.use-case.js';
export { checkRevision } from './use-cases/check-revision.js';
export {
  CreateAdministration,
  createAdministration,
  type CreateAdministrationCommand,
} from './use-cases/create-administration.use-case.js';
export { CreatePeerGroups, createPeerGroups } from './use-cases/create-peer-groups.use-case.js';
export { CreateUnits, createUnits } from './use-cases/create-units.use-case.js';
export { ImportUnits } from './use-cases/import-units.use-case.js';
