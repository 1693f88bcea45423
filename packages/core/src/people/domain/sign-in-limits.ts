/**
 * How many attempts may fail within the window. An office shares one address, so its limit is higher than that
 * of an account. Attempts of an account before its last success do not count.
 */
export const SIGN_IN_WINDOW_SECONDS = 15 * 60;
export const FAILURES_PER_NAME = 5;
export const FAILURES_PER_ADDRESS = 50;

/** A session ends after this long without a request … */
export const SESSION_IDLE_HOURS = 12;
/** … and in any case after this long. */
export const SESSION_DAYS = 7;
/** How long the one-time set-up link of a new installation lives. */
export const SETUP_LINK_HOURS = 24;
