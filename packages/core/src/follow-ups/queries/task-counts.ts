/**
 * Tasks over task t and procedure_instance i by official class, at the instant $3; those that count nowhere
 * (suspended, cancelled, withdrawn) left out.
 */
const late = 'coalesce(coalesce(t.handed_in_at, $3::timestamptz) >= t.due_at, false)';

export const taskCounts = (where: string): string => `(
  select jsonb_build_object('total', count(*),
    'doneOnTime', count(*) filter (where i.state = 'accepted' and not ${late}),
    'doneLate', count(*) filter (where i.state = 'accepted' and ${late}),
    'openInTime', count(*) filter (where i.state <> 'accepted' and i.state <> 'unanswered' and not ${late}),
    'openOverdue', count(*) filter (where i.state = 'unanswered' or (i.state <> 'accepted' and ${late})))
    from task t join procedure_instance i on i.id = t.id
   where t.administration_id = $1 and i.state not in ('suspended', 'cancelled', 'withdrawn')
     and ($4::uuid[] is null or t.unit_id = any($4) or t.co_unit_ids && $4) and ${where})`;
