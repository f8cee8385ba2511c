/** The only way to the server: the generated client, and what goes with every request. */
import { client } from './gen/client.gen';
import { refreshSession } from './gen/sdk.gen';
import { ApiProblem, toProblem } from './problem';
import { once, session } from './session';

export * from './gen/sdk.gen';
export type * from './gen/types.gen';
export { ApiProblem } from './problem';
export { session };

/** The version of each thing as last read, by its address. */
const versions = new Map<string, string>();
const CHANGES = ['PUT', 'PATCH', 'DELETE'];
/** Addresses a visitor may use: they neither carry a token nor renew one. */
const OPEN = /\/(sessions|sessions\/refresh|activations|activation-checks)$/;

let askPassword: () => Promise<boolean> = async () => false;

/** Names who asks for the password when an act needs it again; answers whether it was given. */
export function onStepUp(ask: () => Promise<boolean>) {
  askPassword = ask;
}

/** Renews the access token; false where nobody is signed in any more. */
export async function renew(): Promise<boolean> {
  const before = session.token();
  return once(async () => {
    if (session.token() !== before) return true;
    try {
      session.begin(await refreshed(before === undefined));
      return true;
    } catch (problem) {
      if ((problem as ApiProblem).status === 401) session.end();
      return false;
    }
  });
}

/** How long the cookie of a renewal that a page left behind may take to arrive, in milliseconds. */
const LEFT_BEHIND = 600;

/**
 * A page that is left while it renews has spent the token, and the next one would send it again:
 * the renewal goes on without its page, and one that opens too early asks once more.
 */
async function refreshed(opening: boolean) {
  const ask = () => refreshSession({ keepalive: true });
  try {
    return await ask();
  } catch (problem) {
    if (!opening || (problem as ApiProblem).status !== 401) throw problem;
    await new Promise((resolve) => setTimeout(resolve, LEFT_BEHIND));
    return ask();
  }
}

function randomId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function attempt(request: Request): Promise<Response> {
  const token = session.token();
  const copy = request.clone();
  if (token) copy.headers.set('authorization', `Bearer ${token}`);
  const response = await globalThis.fetch(copy);
  const version = response.headers.get('etag');
  if (version && response.ok) versions.set(new URL(request.url).pathname, version);
  return response;
}

/** A lost answer is asked for once more: the same key never does the act twice. */
async function patiently(request: Request): Promise<Response> {
  try {
    return await attempt(request);
  } catch (lost) {
    // A refresh token works once: sent again it would look stolen.
    const again = request.method === 'POST' && !request.url.endsWith('/sessions/refresh') && !request.signal.aborted;
    if (again) {
      await pause(800);
      return attempt(request);
    }
    throw lost;
  }
}

async function isStepUp(response: Response): Promise<boolean> {
  if (response.status !== 403) return false;
  const problem = (await response.clone().json().catch(() => ({}))) as { code?: string };
  return problem.code === 'step-up-required';
}

async function send(given: RequestInfo | URL): Promise<Response> {
  const request = given as Request;
  const path = new URL(request.url).pathname;
  const open = request.method === 'POST' && OPEN.test(path);
  if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
    request.headers.set('idempotency-key', randomId());
  }
  const version = versions.get(path);
  if (CHANGES.includes(request.method) && version && !request.headers.has('if-match')) {
    request.headers.set('if-match', version);
  }
  if (!open && session.isStale()) await renew();
  // Whoever has left asks for nothing more.
  if (!open && session.token() === undefined) throw new ApiProblem({ status: 401, code: 'unauthenticated' });
  let response = await patiently(request);
  if (response.status === 401 && !open && (await renew())) response = await patiently(request);
  if (response.status === 428 && !request.headers.has('if-match')) {
    await attempt(new Request(request.url));
    const now = versions.get(path);
    if (now) {
      request.headers.set('if-match', now);
      response = await patiently(request);
    }
  }
  if ((await isStepUp(response)) && (await askPassword())) {
    if (request.method === 'POST') request.headers.set('idempotency-key', randomId());
    response = await patiently(request);
  }
  if (CHANGES.includes(request.method) && response.ok && !response.headers.has('etag')) versions.delete(path);
  return response;
}

client.setConfig({ fetch: send as typeof fetch, baseUrl: globalThis.location?.origin });
client.interceptors.error.use((error, response) => toProblem(error, response));

/** The version that a change was made from, for views that carry one: `headers: ifMatch(x.version)`. */
export const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

/** Forgets everything read so far: after signing out and on changing the role. */
export function forget() {
  versions.clear();
}

/** Hands a file to the browser's own saving. */
export function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
