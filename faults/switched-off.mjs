// The proof that the checker sees: each entry takes one of the three safeguards away, by a trigger in the database of
// the harness. The product itself has no switch for it, in no environment.

const trigger = (table, when, body) => `
  create function switched_off() returns trigger language plpgsql as $$ begin ${body} return new; end $$;
  create trigger switched_off before ${when} on ${table} for each row execute function switched_off()`;

/** `sql` takes the safeguard away; `shows`: the invariants whose harm proves that it was seen. */
export const switches = {
  /** What was sent once is never sent again. */
  resending: {
    sql: trigger('outbox', 'update', `if new.sends > old.sends then new.resend_at := 'infinity'; end if;`),
    shows: ['I5', 'I6'],
  },
  /** A repeated command finds nothing of the first. */
  'command-log': {
    sql: trigger('command_log', 'insert', `new.key := new.key || '~' || gen_random_uuid();`),
    shows: ['I1'],
  },
  /**
   * The queue alone knows what is to be done: no row says that it was sent, or that it was done. That the rows say
   * nothing is no proof: seen is what was due and never happened, or happened twice.
   */
  outbox: {
    sql: trigger(
      'outbox',
      'update',
      `new.done_at := null; if new.sends > old.sends then new.resend_at := 'infinity'; end if;`,
    ),
    shows: ['I5'],
  },
};
