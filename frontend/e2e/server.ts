import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '../..');

export interface Account { role: string; login: string; password: string; name: string }

declare module 'vitest' {
  interface ProvidedContext { base: string; accounts: Account[] }
}

function binary(): string {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, 'target');
  const file = process.env.TISHENG_BIN ?? path.join(target, 'debug', 'tisheng');
  if (!existsSync(file)) throw new Error(`${file} is missing: npm run build, then cargo build -p api`);
  return file;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function answers(base: string) {
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`${base}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server does not answer');
}

/** `trainee   FY0003   demo-…   张三`, one account a line. */
function accounts(file: string): Account[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [role = '', login = '', password = '', name = ''] = line.trim().split(/\s+/);
    return { role, login, password, name };
  });
}

/**
 * Starts the built program with the sample county in a folder of its own. With TISHENG_URL and
 * TISHENG_DATA the tests use a server that runs already.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TISHENG_URL;
  if (given) {
    project.provide('base', given);
    project.provide('accounts', accounts(path.join(process.env.TISHENG_DATA ?? '', 'demo-accounts.txt')));
    return undefined;
  }
  const data = mkdtempSync(path.join(tmpdir(), 'tisheng-e2e-'));
  const bind = `127.0.0.1:${await freePort()}`;
  const flags = ['--data-dir', data, '--bind', bind];
  execFileSync(binary(), ['demo', '--data', path.join(root, 'data/fuyu'), ...flags], { cwd: root, stdio: 'ignore' });
  const server: ChildProcess = spawn(binary(), ['serve', ...flags], { cwd: root, stdio: 'ignore' });
  await answers(`http://${bind}`);
  project.provide('base', `http://${bind}`);
  project.provide('accounts', accounts(path.join(data, 'demo-accounts.txt')));
  return () => {
    server.kill('SIGTERM');
    rmSync(data, { recursive: true, force: true });
  };
}
