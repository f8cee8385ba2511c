import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, type Page, chromium } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
const contexts: BrowserContext[] = [];
/** What went wrong in any page: messages of the console, uncaught errors, requests elsewhere. */
const faults: string[] = [];
let forgiven: RegExp[] = [];

/** Call once in every file: opens the browser, and fails a test whose pages complained. */
export function useBrowser() {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const left = faults.splice(0).filter((fault) => !forgiven.some((pattern) => pattern.test(fault)));
    forgiven = [];
    expect(left).toEqual([]);
  });
  afterAll(() => browser.close());
}

/** A refusal that the test provokes stands in the console; it is not a fault. */
export function forgive(...patterns: RegExp[]) {
  forgiven.push(...patterns);
}

/** A fresh visitor; `phone` at 360 px. */
export async function visitor(how: { phone?: boolean } = {}): Promise<Page> {
  const viewport = how.phone ? { width: 360, height: 780 } : { width: 1280, height: 800 };
  const context = await browser.newContext({ baseURL: inject('base'), locale: 'zh-CN', viewport, acceptDownloads: true });
  contexts.push(context);
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const address = new URL(request.url());
    const ours = address.origin === inject('base') || ['blob:', 'data:'].includes(address.protocol);
    if (!ours) faults.push(`request elsewhere: ${request.url()}`);
  });
  return page;
}

/** Somebody signed in with the demonstration account of a role, acting in that role. */
export async function signIn(role: string, how: { phone?: boolean } = {}): Promise<Page> {
  const account = inject('accounts').find((one) => one.role === role);
  if (!account) throw new Error(`no demonstration account for ${role}`);
  return signInAs(account, role, how);
}

/** Somebody signed in with an account of their own; without a role the one they find in force. */
export async function signInAs(account: { login: string; password: string }, role?: string, how: { phone?: boolean } = {}): Promise<Page> {
  const page = await visitor(how);
  await page.goto('/sign-in');
  await page.getByLabel('手机号、学员编号或身份证号').fill(account.login);
  await page.getByLabel('密码').fill(account.password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.locator('.shell').waitFor();
  if (role) await actAs(page, role);
  return page;
}

/** Chooses the role in the header, where it is not in force yet. */
export async function actAs(page: Page, role: string) {
  const name = ROLES[role] ?? role;
  const shown = page.locator('.top .role .role-text, .top summary .role-text').first();
  // A single role is taken by itself, after a moment.
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  if ((await shown.innerText()).includes(name)) return;
  await page.locator('.top summary').first().click();
  await page.locator('.menu-item', { hasText: name }).first().click();
  await page.locator('.top summary .role-text', { hasText: name }).waitFor();
}

const ROLES: Record<string, string> = {
  trainee: '参训学员', workshop_leader: '坊主', school_admin: '学校管理员', joint_class_admin: '联校管理员', subject_expert: '学科专家',
  county_admin: '县管理员', project_team: '项目组', platform_operator: '平台运维', auditor: '审计员',
};

/** Holds the page against axe: nothing serious or critical may be found. */
export async function accessible(page: Page, what = page.url()) {
  // What still fades in has no colour of its own yet.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity));
  // Beside the page's own scripts, so that its content security policy stays as it is.
  const devtools = await page.context().newCDPSession(page);
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId: contextId } = await devtools.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await devtools.send('Runtime.evaluate', { expression: axe, contextId });
  const expression = `axe.run().then((found) => JSON.stringify(found.violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .map((one) => one.id + ': ' + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | '))))`;
  const { result } = await devtools.send('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
  await devtools.detach();
  expect(JSON.parse(String(result.value)), what).toEqual([]);
}

/** Opens a page and waits until it shows what it has to show. */
export async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.skeleton, .spinner'));
}
