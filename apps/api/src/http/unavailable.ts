/** Codes under which the database, or the way to it, says that it cannot serve now; nothing was changed. */
const codes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '53300', // too_many_connections
  '55P03', // lock_not_available
  '57014', // query_canceled: statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '25P03', // idle_in_transaction_session_timeout
]);

const lostConnection =
  /connection terminated|timeout exceeded when trying to connect|client has encountered/i;

/** Whether trying again a little later may help: the database is away, or too busy. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' && (codes.has(code) || code.startsWith('08'))) ||
    lostConnection.test(error.message)
  );
}
