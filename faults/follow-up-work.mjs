// What follows from conferences: conclusions with their tasks, and recommendations upwards.

/** A conclusion gives some units one task each, once the committee issues it. */
export function draftConclusion(work, client) {
  const unitIds = client.random.some(work.wards, client.random.whole(1, 4));
  const heldOn = work.clock.day();
  const deadline = { dueOn: work.clock.day(client.random.whole(3, 6)) };
  return client.command('draft-conclusion', '/conclusions', (key) => ({
    title: `Kết luận ${key}`,
    heldOn,
    items: [
      {
        kind: 'directive',
        title: `Kết luận ${key}`,
        text: `Làm theo ${key}.`,
        assignees: { unitIds },
        deadline,
      },
    ],
  }));
}

export async function issueConclusion(work, client) {
  const one = await work.oneOf(client, '/conclusions?state=draft&perPage=50');
  const view = one && (await client.read(`/conclusions/${one.id}`));
  if (view?.state !== 'draft') return;
  await client.command(
    'issue-conclusion',
    `/conclusions/${one.id}/issue`,
    (key) => ({ number: `${key}/TB` }),
    {
      revision: view.revision,
      title: view.title,
      wanted: view.items.flatMap(({ assignees }) => assignees.units).length,
    },
  );
}

export async function answerRecommendation(work, client) {
  const sent = await work.oneOf(client, '/recommendations?state=sent&perPage=50');
  if (sent !== undefined)
    await client.command(
      'answer-recommendation',
      `/recommendations/${sent.id}/answer`,
      (key) => ({ text: `Tiếp thu ${key}`, agrees: true }),
      { revision: sent.revision },
    );
  const accepted = await work.oneOf(client, '/recommendations?state=accepted&perPage=50');
  if (accepted !== undefined)
    await client.command(
      'finish-recommendation',
      `/recommendations/${accepted.id}/finish`,
      {},
      {
        revision: accepted.revision,
      },
    );
}

/** What a unit recommends upwards, and what it makes of the answer. */
export async function recommend(work, client) {
  const one = await work.oneOf(client, '/recommendations?state=answered&perPage=50');
  if (one === undefined)
    return client.command('recommend', '/recommendations', (key) => ({
      title: `Kiến nghị ${key}`,
      addressee: 'Thường trực',
      unitId: client.unitId,
      deadline: { dueOn: work.clock.day(client.random.whole(2, 5)) },
    }));
  const event = client.random.chance(0.7) ? 'accept-answer' : 'return-answer';
  return client.command(
    event,
    `/recommendations/${one.id}/settle`,
    (key) => ({ event, reason: `Đã xem ${key}` }),
    { revision: one.revision },
  );
}
