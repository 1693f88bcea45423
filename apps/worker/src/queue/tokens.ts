/** Where BullMQ keeps its jobs. */
export const BACKEND = Symbol('BACKEND');
/** The pool of use cases, for the loops and the dispatcher. */
export const LOOP_SQL = Symbol('LOOP_SQL');
/** What sends mail; null where no server is set up. */
export const MAIL_SENDER = Symbol('MAIL_SENDER');
