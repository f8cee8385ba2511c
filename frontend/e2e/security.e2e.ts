import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { forgive, open, signIn, useBrowser, visitor } from './browser';
import { type Caller, callAs } from './calls';
import { payloads } from './payloads';

useBrowser();

const POLICY = ["default-src 'self'", "script-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"];

describe('what the server tells the browser (T81)', () => {
  test('pages come with the policy and the headers, the API is never kept', async () => {
    const base = inject('base');
    const page = await fetch(`${base}/`);
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const part of POLICY) expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
    for (const answer of [page, await fetch(`${base}/api/v1/reference`), await fetch(`${base}/nowhere/at/all.json`)]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBeTruthy();
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    expect((await fetch(`${base}/api/v1/me`)).headers.get('cache-control')).toContain('no-store');
  });
});

describe('the reference pages', () => {
  test('show every operation without a word to another site', async () => {
    const page = await visitor();
    await page.goto('/docs');
    await page.locator('.opblock').first().waitFor();
    const known = Object.values((await (await fetch(`${inject('base')}/openapi.json`)).json()).paths as Record<string, object>);
    const operations = known.reduce((sum, path) => sum + Object.keys(path).length, 0);
    expect(await page.locator('.opblock').count()).toBe(operations);
  });
});

/** Writes payloads wherever somebody may write words; answers how many were taken. */
async function poison(county: Caller, school: Caller, project: string): Promise<number> {
  let at = 0;
  let taken = 0;
  const next = () => payloads[at++ % payloads.length] ?? '';
  const put = async (who: Caller, method: string, path: string, body: Record<string, unknown>) => {
    const answer = await who.call(method, path, body);
    expect(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
    if (answer.status < 300) taken++;
    return answer;
  };
  const people = (await school.call('GET', `/projects/${project}/enrollments?limit=30`)).body.items;
  for (const one of people) await put(school, 'PATCH', `/enrollments/${one.id}`, { duty: next(), job_title: next(), education: next(), note: next() });
  const schools = (await county.call('GET', `/projects/${project}/schools?limit=10`)).body.items;
  for (const one of schools) await put(county, 'PATCH', `/organizations/${one.id}`, { aliases: [next(), next()] });
  const own = (await school.call('GET', `/projects/${project}/schools?limit=1`)).body.items[0];
  for (let n = 0; n < 4; n++) await put(school, 'POST', `/projects/${project}/classes`, { kind: 'independent', name: next(), school_ids: [own?.id] });
  for (let n = 0; n < 3; n++) await put(school, 'POST', `/projects/${project}/workshops`, { school_id: own?.id, family: 'general', name: next(), reason: next() });
  const tasks = await callAs('project_team');
  for (let n = 0; n < 4; n++) await put(tasks, 'POST', `/projects/${project}/homework-tasks`, { title: next(), instructions: next() });
  for (let n = 0; n < 4; n++) await put(tasks, 'POST', `/projects/${project}/policy-bases`, { title: next(), doc_no: next().slice(0, 60), issuer: next() });
  return taken;
}

async function visit(page: Page, project: string, places: readonly string[]) {
  for (const place of places) {
    await open(page, place.replace('$', `/projects/${project}`));
    expect(await page.evaluate(() => (window as { hit?: number }).hit), place).toBeUndefined();
  }
}

describe('hostile words (T81)', () => {
  test('a hundred payloads in every kind of text run nowhere, and break no policy', async () => {
    expect(payloads.length).toBeGreaterThanOrEqual(100);
    const [county, school] = await Promise.all([callAs('county_admin'), callAs('school_admin')]);
    const project = (await county.call('GET', '/projects?limit=1')).body.items[0]?.id ?? '';
    expect(await poison(county, school, project)).toBeGreaterThan(40);
    const trainee = await callAs('trainee');
    const works = (await trainee.call('GET', `/projects/${project}/homework-tasks?mine=true&limit=20`)).body.items;
    for (const [index, task] of works.entries()) {
      const own = await trainee.call('POST', `/homework-tasks/${task.id}/submissions`, {});
      if (own.status < 300) await trainee.call('PUT', `/submissions/${own.body.id}/draft`, { title: payloads[index] ?? '', body: payloads.join('\n') });
    }
    const admin = await signIn('school_admin');
    await visit(admin, project, ['/', '$/roster', '$/schools', '$/classes', '$/workshops', '$/audit', `/projects/${project}`]);
    const people = (await school.call('GET', `/projects/${project}/enrollments?limit=3`)).body.items;
    for (const one of people) await visit(admin, project, [`$/roster?person=${one.id}`]);
    await visit(await signIn('project_team'), project, ['$/homework-tasks', `/projects/${project}`, '$/schools?tab=tree', '$/catalog']);
    const member = await signIn('trainee', { phone: true });
    await visit(member, project, ['/', '/homework']);
    // Words in the address are words as well.
    await visit(admin, project, [`$/roster?q=${encodeURIComponent(payloads[1] ?? '')}`, `$/audit?action=${encodeURIComponent(payloads[2] ?? '')}`]);
  });

  test('the sign-in page goes to no other site and runs no script from its address', async () => {
    const page = await visitor();
    for (const wish of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:window.hit=1']) {
      await fillIn(page, 'auditor', `?to=${encodeURIComponent(wish)}`);
      expect(new URL(page.url()).origin).toBe(inject('base'));
      expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
      await page.context().clearCookies();
      await page.evaluate(() => localStorage.clear());
    }
  });
});

describe('what stays in the browser (T82)', () => {
  test('after walking the pages its storage holds preferences only, and signing out clears it', async () => {
    const page = await signIn('county_admin');
    await page.getByRole('link', { name: '学员名册' }).click();
    await page.locator('tbody tr').first().waitFor();
    await page.getByRole('combobox', { name: '学段' }).selectOption('primary');
    await page.getByLabel('姓名或学员编号').fill('王');
    await page.locator('summary[title="常用筛选"]').click();
    await page.getByRole('button', { name: '保存当前筛选' }).click();
    await page.getByLabel('名称').fill('小学');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    const kept = await page.evaluate(() => ({ ...localStorage, ...sessionStorage })) as Record<string, string>;
    expect(Object.keys(kept).filter((key) => !/^tisheng\.(ui\.[\w.-]+|signed-in)$/.test(key))).toEqual([]);
    expect(kept['tisheng.ui.views.roster']).toBe(JSON.stringify([{ name: '小学', search: { stage: 'primary' } }]));
    expect(await page.evaluate(() => indexedDB.databases().then((all) => all.length))).toBe(0);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    await page.locator('.top summary').last().click();
    const [left] = await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/sessions/current')), page.getByRole('button', { name: '退出登录' }).click()]);
    expect((await left.allHeaders())['clear-site-data']).toMatch(/"cookies"|"storage"|\*/);
    await page.waitForURL(/sign-in/);
    await page.goBack().catch(() => null);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await page.locator('.table').count()).toBe(0);
  });
});

/** Puts a draft of each of these people onto the browser's shelf, as a lost network leaves them. */
const leave = (page: Page, people: readonly string[]) =>
  page.evaluate((all) => new Promise<void>((done, failed) => {
    const asked = indexedDB.open('tisheng-drafts', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts', { keyPath: 'work' });
    asked.onerror = () => failed(new Error('no shelf'));
    asked.onsuccess = () => {
      const writing = asked.result.transaction('drafts', 'readwrite');
      for (const person of all) writing.objectStore('drafts').put({ work: person, person, version: 1, body: { title: '题目', body: '没有送出的正文' }, at: new Date().toISOString() });
      writing.oncomplete = () => { asked.result.close(); done(); };
    };
  }), people);

/** Whose drafts lie on the shelf. */
const shelf = (page: Page) =>
  page.evaluate(() => new Promise<string[]>((done) => {
    const asked = indexedDB.open('tisheng-drafts', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('drafts', { keyPath: 'work' });
    asked.onsuccess = () => {
      const keys = asked.result.transaction('drafts').objectStore('drafts').getAllKeys();
      keys.onsuccess = () => { asked.result.close(); done(keys.result as string[]); };
    };
  }));

describe('two people at one browser', () => {
  test('what one wrote without a network waits for that one alone', async () => {
    const me = String((await (await callAs('trainee')).call('GET', '/me')).body.person_id);
    const page = await signIn('trainee', { phone: true });
    await leave(page, [me, 'somebody else']);
    await open(page, '/');
    await expect.poll(() => shelf(page)).toEqual([me]);
    // The session runs out, nobody signs out, and somebody else sits down.
    await page.context().clearCookies();
    await page.evaluate(() => localStorage.clear());
    await fillIn(page, 'auditor');
    await expect.poll(() => shelf(page)).toEqual([]);
  });
});

/** Signs somebody in on a page that is there already. */
async function fillIn(page: Page, role: string, to = '') {
  const account = inject('accounts').find((one) => one.role === role);
  await page.goto(`/sign-in${to}`);
  await page.getByLabel('手机号、学员编号或身份证号').fill(account?.login ?? '');
  await page.getByLabel('密码').fill(account?.password ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.locator('.shell').waitFor();
}

describe('another site (T19)', () => {
  test('a page of another origin, and of another name of this machine, changes nothing', async () => {
    forgive(/CORS|Failed to load|ERR_FAILED|Access-Control|request elsewhere|403|Not allowed|blocked|401|415|Cross-Origin/);
    const evil = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html><title>elsewhere</title>')).listen(0, '127.0.0.1');
    await new Promise((done) => evil.once('listening', done));
    try {
      const page = await signIn('county_admin');
      const county = await callAs('county_admin');
      const sessions = async () => (await county.call('GET', '/sessions')).body.items.length;
      const before = await sessions();
      const { port } = evil.address() as AddressInfo;
      for (const host of ['127.0.0.1', 'localhost']) {
        await page.goto(`http://${host}:${port}/`);
        const base = inject('base');
        await page.evaluate(async (target) => {
          const tries: RequestInit[] = [
            { method: 'DELETE' }, { method: 'POST', body: '{}' }, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } },
            { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' }, mode: 'no-cors' }, { method: 'GET', headers: { 'x-http-method-override': 'DELETE' } },
          ];
          for (const path of ['/sessions/current', '/sessions/refresh', '/sessions/current/confirmations']) {
            for (const one of tries) await fetch(`${target}/api/v1${path}`, { credentials: 'include', ...one }).catch(() => undefined);
          }
          const form = document.createElement('form');
          form.method = 'post';
          form.action = `${target}/api/v1/sessions/refresh`;
          form.target = 'frame';
          const frame = document.createElement('iframe');
          frame.name = 'frame';
          document.body.append(frame, form);
          form.submit();
          await new Promise((done) => setTimeout(done, 300));
        }, base);
      }
      expect(await sessions()).toBe(before);
      await page.goto(`${inject('base')}/`);
      await page.locator('.shell').waitFor();
    } finally {
      evil.close();
    }
  });
});
