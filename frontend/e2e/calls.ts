import { inject } from 'vitest';

/** Calls of the API beside the pages, as whoever holds a demonstration account. */
export interface Caller { call: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: Record<string, unknown> & { id: string; items: Array<Record<string, unknown> & { id: string }> } }> }

let tries = 0;

export async function callAs(role: string): Promise<Caller> {
  const account = inject('accounts').find((one) => one.role === role);
  if (!account) throw new Error(`no demonstration account for ${role}`);
  const send = async (method: string, path: string, body: unknown, token?: string): Promise<{ status: number; body: never; etag: string | null }> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (method === 'POST') headers['idempotency-key'] = `e2e-${Date.now()}-${tries++}`;
    if (['PUT', 'PATCH', 'DELETE'].includes(method)) {
      // The version is that of the thing itself, or of what it is a part of.
      const own = await send('GET', path, undefined, token);
      const etag = own.etag ?? (await send('GET', path.replace(/\/[^/]*$/, ''), undefined, token)).etag;
      if (etag) headers['if-match'] = etag;
    }
    if (token) headers.authorization = `Bearer ${token}`;
    const answer = await fetch(`${inject('base')}/api/v1${path}`, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json().catch(() => ({}))) as never, etag: answer.ok ? answer.headers.get('etag') : null };
  };
  const session = await send('POST', '/sessions', { login: account.login, password: account.password });
  const token = (session.body as { access_token: string }).access_token;
  const caller: Caller = { call: (method, path, body) => send(method, path, body, token) };
  const me = (await caller.call('GET', '/me')).body as unknown as { appointments: Array<{ id: string; role: string }> };
  const held = me.appointments.find((one) => one.role === role);
  if (held) await caller.call('PUT', '/me/active-appointment', { appointment_id: held.id });
  return caller;
}
