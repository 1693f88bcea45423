// What is done about tasks: assigned, carried out with evidence, given more time, judged, stopped.
import { Form } from './form.mjs';

export function assign(work, client) {
  const unitIds = client.random.some(work.wards, client.random.whole(2, 9));
  work.assigned += unitIds.length;
  return client.command(
    'assign',
    '/tasks',
    (key) => ({
      unitIds,
      title: `Việc ${key}`,
      deadline: { dueOn: work.clock.day(client.random.whole(1, 4)) },
    }),
    { wanted: unitIds.length },
  );
}

export async function judgeTask(work, client) {
  const one = await work.oneOf(client, '/tasks?state=reported&perPage=50');
  if (one === undefined) return;
  const path = `/tasks/${one.id}`;
  const { revision } = one;
  if (client.random.chance(0.7)) await client.command('accept-task', `${path}/accept`, {}, { revision });
  else
    await client.command('return-task', `${path}/return`, (key) => ({ reason: `Làm lại ${key}` }), {
      revision,
    });
}

export async function disposeOfTask(work, client) {
  const one = await work.oneOf(client, '/tasks?open=true&perPage=50');
  if (one === undefined) return;
  const reason = (key) => `Theo chỉ đạo ${key}`;
  const turn = client.random.next();
  if (turn < 0.5) {
    const dueOn = work.clock.day(client.random.whole(1, 4));
    await client.command(
      'move-deadline',
      `/tasks/${one.id}/move-deadline`,
      (key) => ({ deadline: { dueOn }, reason: reason(key) }),
      { revision: one.revision },
    );
    return;
  }
  const event = one.state === 'suspended' ? 'resume' : turn < 0.75 ? 'suspend' : 'cancel';
  await client.command(event, `/tasks/${one.id}/end`, (key) => ({ event, reason: reason(key) }), {
    revision: one.revision,
  });
}

/** More time was asked for: it is granted, refused, or another day is offered. */
export async function decideExtension(work, client) {
  const one = await work.oneOf(client, '/tasks?extension=requested&perPage=50');
  if (one?.extension == null) return;
  const turn = client.random.next();
  const deadline = { dueOn: work.clock.day(client.random.whole(3, 6)) };
  const body = (key) => {
    if (turn < 0.4) return { verdict: 'approve' };
    if (turn < 0.65) return { verdict: 'reject', reason: `Không thể ${key}` };
    return { verdict: 'counter', reason: `Sớm hơn ${key}`, deadline };
  };
  await client.command('decide-extension', `/tasks/${one.id}/decide-extension`, body, {
    revision: one.revision,
  });
}

export async function carryOut(work, client) {
  const one = await work.oneOf(client, '/tasks?open=true&perPage=50');
  if (one === undefined) return;
  const { revision } = one;
  const path = `/tasks/${one.id}`;
  const turn = client.random.next();
  if (one.state === 'assigned' || one.state === 'received') {
    const event = one.state === 'assigned' && client.random.chance(0.5) ? 'receive' : 'start';
    await client.command(event, `${path}/carry-out`, { event }, { revision });
  } else if (one.extension?.state === 'countered') {
    await client.command(
      'answer-offer',
      `${path}/answer-extension-offer`,
      (key) => ({ accepts: client.random.chance(0.6), reason: `Xin trả lời ${key}` }),
      { revision },
    );
  } else if (turn < 0.2) {
    await askForTime(work, client, one);
  } else if (turn < 0.5) {
    await giveEvidence(work, client, one);
  } else if (turn < 0.65) {
    await client.command('note', `${path}/note`, (key) => ({ text: `Tiến độ ${key}` }), { revision });
  } else if (one.state !== 'reported') {
    await client.command('report-done', `${path}/report-done`, (key) => ({ text: `Đã xong ${key}` }), {
      revision,
    });
  }
}

async function askForTime(work, client, { id, revision, extension }) {
  if (extension !== null)
    return void (await client.command(
      'withdraw-extension',
      `/tasks/${id}/withdraw-extension`,
      {},
      { revision },
    ));
  const dueOn = work.clock.day(client.random.whole(5, 9));
  await client.command(
    'request-extension',
    `/tasks/${id}/request-extension`,
    (key) => ({ deadline: { dueOn }, reason: `Cần thêm thời gian ${key}` }),
    { revision },
  );
}

/** A text of up to 30 kB, never the same twice. */
function giveEvidence(work, client, { id }) {
  const length = client.random.whole(2, 800);
  const fields = { subjectKind: 'task', subjectId: id, note: 'Minh chứng' };
  const form = (key) => new Form({ fields, name: 'bao-cao.txt', bytes: Buffer.from(key.repeat(length)) });
  return client.command('give-evidence', '/evidence', form);
}
