// The proof that the checker sees: each entry takes one of the three safeguards away, by a trigger in the database of
// the harness. The product itself has no switch for it, in no environment.

const trigger = (table, when, body) => `
  create function switched_off() returns trigger language plpgsql as $$ begin ${body} return new; end $$;
  create trigger switched_off before ${when} on ${table} for each row execute function switched_off()`;

export const switches = {
  /** What was sent once is never sent again. */
  resending: trigger(
    'outbox',
    'update',
    `if new.sends > old.sends then new.resend_at := 'infinity'; end if;`,
  ),
  /** A repeated command finds nothing of the first. */
  'command-log': trigger('command_log', 'insert', `new.key := new.key || '~' || gen_random_uuid();`),
  /** The queue alone knows what is to be done: no row says that it was sent, or that it was done. */
  outbox: trigger(
    'outbox',
    'update',
    `new.done_at := null; if new.sends > old.sends then new.resend_at := 'infinity'; end if;`,
  ),
};
