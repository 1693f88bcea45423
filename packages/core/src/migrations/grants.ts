/**
 * What `nhip_app` may do, table by table: everything on ordinary tables, nothing but append on these. Run after
 * every migration, so that a new table can never be forgotten in either direction.
 */
const readOnly = ['history', 'history_head', 'migrations', 'procedure_state'];

/** Tables of versions: inserted, never changed but for the one column. */
export const appendOnlyTables: Readonly<Record<string, string>> = {
  calendar_day: 'superseded_at',
  figure: 'superseded_at',
  score: 'superseded_at',
  appraisal: 'superseded_at',
  total_score: 'superseded_at',
};

/** Tables of which a row is written once and stays. */
export const writtenOnceTables: readonly string[] = [
  'task_step',
  'task_note',
  'figure_message',
  'consolidation',
  'carried_over',
  'supervision_report',
  'ladder_step',
];

export const grantStatements = (): string[] => [
  'grant usage on schema public to nhip_app',
  'grant select, insert, update, delete on all tables in schema public to nhip_app',
  'grant usage, select on all sequences in schema public to nhip_app',
  ...readOnly.map((table) => `revoke insert, update, delete on ${table} from nhip_app`),
  ...Object.entries(appendOnlyTables).flatMap(([table, column]) => [
    `revoke update, delete on ${table} from nhip_app`,
    `grant update (${column}) on ${table} to nhip_app`,
  ]),
  ...writtenOnceTables.map((table) => `revoke update, delete on ${table} from nhip_app`),
  'grant usage on schema public to nhip_history',
  'grant select, insert on history to nhip_history',
  'grant select, insert, update on history_head to nhip_history',
  'grant execute on function history_hash, history_field to nhip_history',
  'alter function append_history owner to nhip_history',
  'grant execute on function append_history to nhip_app',
  'grant usage on schema bullmq to nhip_app',
  'grant select, insert, update, delete on all tables in schema bullmq to nhip_app',
  'grant usage, select, update on all sequences in schema bullmq to nhip_app',
  'grant execute on all functions in schema bullmq to nhip_app',
];
