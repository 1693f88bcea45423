// I9: what was mailed arrived, under one Message-ID however often it was sent.

/** After the drain: gives how many mails there were, and how many arrived more than once. */
export async function checkMail({ query, mail, report }) {
  const arrived = new Map();
  for (const { messageId, to } of mail.taken) arrived.set(messageId, [...(arrived.get(messageId) ?? []), to]);
  const mails = await query(
    `select m.id, m.state, m.kind, m.account_id, m.digest_on, m.message_id, m.error, p.email
       from mail m join account a on a.id = m.account_id join person p on p.id = a.person_id`,
  );
  const known = new Set(mails.map(({ message_id }) => message_id));
  for (const { id, state, message_id, email, error } of mails) {
    const copies = arrived.get(message_id) ?? [];
    if (state !== 'sent') report.lost('I9', `mail ${id} is ${state} and not sent: ${error}`);
    else if (copies.length === 0) report.lost('I9', `mail ${id} is said to be sent, and never arrived`);
    if (copies.some((to) => to !== email)) report.wrong('I9', `mail ${id} went to others: ${copies.join()}`);
  }
  for (const messageId of arrived.keys())
    if (!known.has(messageId)) report.duplicated('I9', `${messageId} arrived, and is no mail of ours`);
  const digests = new Set();
  for (const { kind, account_id, digest_on } of mails.filter((one) => one.kind === 'digest')) {
    const place = `${kind} of ${digest_on?.toISOString()} to ${account_id}`;
    if (digests.has(place)) report.duplicated('I9', place);
    digests.add(place);
  }
  const twice = [...arrived.values()].filter((copies) => copies.length > 1).length;
  return { mails: mails.length, twice, turnedAway: mail.turnedAway };
}
