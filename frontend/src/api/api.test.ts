import { ApiProblem, confirmSession, createSession, endAppointment, listProjects, onStepUp, renew, session, showMe, changePhase } from '.';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'lost';

/** What the server would answer, one after the other; answers the requests made. */
function serve(...answers: Answer[]): Request[] {
  const asked: Request[] = [];
  globalThis.fetch = async (given) => {
    asked.push(given as Request);
    const answer = answers.shift() ?? {};
    if (answer === 'lost') throw new TypeError('Failed to fetch');
    const { status = 200, body = {}, headers = {} } = answer;
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    return new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'content-type': type, ...headers } });
  };
  return asked;
}

const opened = (token: string) => ({ session_id: 's', person_id: 'p', access_token: token, expires_at: new Date(Date.now() + 600_000).toISOString() });
const problem = (status: number, code: string) => ({ status, body: { status, code, title: code, detail: code, type: `/problems/${code}`, request_id: 'r', errors: [] } });

beforeEach(() => session.begin(opened('one')));

test('every POST carries a key, and a lost answer is asked for again with the same one', async () => {
  const asked = serve('lost', { status: 200, body: {} });
  await endAppointment({ path: { id: '1' }, body: { reason: 'x' } });
  const keys = asked.map((one) => one.headers.get('idempotency-key'));
  expect(keys[0]).toMatch(/^\S{16,}$/);
  expect(keys[1]).toBe(keys[0]);
});

test('a token that ran out is renewed once for many calls, and the calls are repeated', async () => {
  const asked = serve(problem(401, 'unauthenticated'), problem(401, 'unauthenticated'), { body: opened('two') }, { body: { items: [] } }, { body: { items: [] } });
  await Promise.all([listProjects(), listProjects({ query: { limit: 1 } })]);
  expect(asked.filter((one) => one.url.endsWith('/sessions/refresh'))).toHaveLength(1);
  expect(asked.at(-1)?.headers.get('authorization')).toBe('Bearer two');
});

test('when the renewal is refused the session is over, and nothing more is sent', async () => {
  const asked = serve(problem(401, 'unauthenticated'), problem(401, 'unauthenticated'));
  await expect(showMe()).rejects.toMatchObject({ status: 401 });
  expect(session.status()).toBe('out');
  await expect(showMe()).rejects.toBeInstanceOf(ApiProblem);
  expect(asked).toHaveLength(2);
});

test('a page that opens before the last one has its new cookie asks once more', async () => {
  session.end();
  const asked = serve(problem(401, 'unauthenticated'), { body: opened('two') });
  await expect(renew()).resolves.toBe(true);
  expect(session.token()).toBe('two');
  expect(asked.map((one) => one.keepalive)).toEqual([true, true]);
});

test('what needs the password again is done after it was given', async () => {
  const asked = serve(problem(403, 'step-up-required'), { status: 204 }, { body: { done: true } });
  onStepUp(async () => {
    await confirmSession({ body: { password: 'x' } });
    return true;
  });
  await expect(endAppointment({ path: { id: '1' }, body: { reason: 'x' } })).resolves.toEqual({ done: true });
  expect(await asked[2]?.text()).toBe('{"reason":"x"}');
  onStepUp(async () => false);
});

test('a change carries the version last read; where none was read, it is read first', async () => {
  const asked = serve(problem(428, 'precondition-required'), { headers: { etag: '"7"' } }, { headers: { etag: '"8"' } }, { headers: { etag: '"9"' } });
  await changePhase({ path: { id: 'a' }, body: { name: 'x' } });
  await changePhase({ path: { id: 'a' }, body: { name: 'y' } });
  expect(asked.map((one) => [one.method, one.headers.get('if-match')])).toEqual([['PATCH', null], ['GET', null], ['PATCH', '"7"'], ['PATCH', '"8"']]);
});

test('a problem keeps its code and errors; no answer at all is a problem too', async () => {
  serve(problem(409, 'capacity-exceeded'), 'lost');
  await expect(showMe()).rejects.toMatchObject({ code: 'capacity-exceeded', status: 409 });
  await expect(showMe()).rejects.toMatchObject({ code: 'unreachable', status: 0 });
});

test('signing in neither sends a token nor renews one', async () => {
  const asked = serve(problem(401, 'invalid-credentials'));
  await expect(createSession({ body: { login: 'a', password: 'b' } })).rejects.toMatchObject({ code: 'invalid-credentials' });
  expect(asked).toHaveLength(1);
  serve('lost');
  await expect(renew()).resolves.toBe(false);
  expect(session.status()).toBe('in');
});
