import type { Page } from 'playwright-core';
import { accessible, open, signInAs, visitor } from '../browser';

/** Somebody of the roster file, who gets an account on the way. */
export interface Somebody { no: string; name: string; gender: '女' | '男'; born: string; login: string; password: string }

const somebody = (no: string, name: string, gender: '女' | '男', born: string): Somebody => ({ no, name, gender, born, login: no, password: 'a quiet lake at dawn 42' });

/** Three teachers of science who come new to a school: one studies, one leads, one is on leave. */
export const author = somebody('FY9001', '高晓晨', '女', '19880412');
export const leader = somebody('FY9002', '林志远', '男', '19790903');
export const absent = somebody('FY9003', '苏婉清', '女', '19910627');
/** Teachers of other schools, whom the county appoints as experts of science. */
export const experts: [Somebody, Somebody, Somebody] = [somebody('', '', '女', ''), somebody('', '', '女', ''), somebody('', '', '女', '')];
/** Second persons of the project team and of the county, who finish what the first began. */
export const second = { ...somebody('', '赵敏行', '女', ''), login: '13900009010' };
export const signer = { ...somebody('', '郑守正', '男', ''), login: '13900009008' };

export const SCHOOL = '扶余市第一实验小学';
export const CLASS = '第一实验小学科学班';
export const WORKSHOP = '第一实验小学科学坊';
export const WORK = '水的三态变化教学设计';

/** What one step learns and a later one needs. */
export const found = { work: '', courses: [] as string[], sheet: '', client: { id: '', secret: '' }, run: '' };

/** A number with its check digit, as the roster wants it. */
function idNumber({ born, gender }: Somebody, order: number) {
  const body = `220781${born}${String(order * 2 + (gender === '男' ? 1 : 0)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, place) => all + weight * Number(body[place]), 0);
  return body + '10X98765432'[sum % 11];
}

/** The county's file: the three newcomers, by the columns of the template. */
export function rosterFile() {
  const head = '序号,学员编号,姓名,性别,身份证号,手机号,单位,学校标识码,乡镇,学段,学科,职务,职称,教龄,学历,备注';
  const rows = [author, leader, absent].map((one, place) =>
    [place + 1, one.no, one.name, one.gender, idNumber(one, 440 + place), `1390000900${place + 1}`, SCHOOL, '2122990001', '和兴街道', '小学', '科学', '教师', '一级教师', 10, '本科', ''].join(','));
  return { name: '新进教师名册.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${[head, ...rows].join('\n')}\n`) };
}

/** Opens an entry of the menu and holds the page against the scan. */
export async function enter(page: Page, name: string) {
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).or(page.locator('h1')).first().waitFor();
  await settled(page);
  await accessible(page, name);
}

export const settled = (page: Page) => page.waitForFunction(() => !document.querySelector('.skeleton, .spinner, [aria-busy="true"]'));

/** Opens a row of a list, found by its search. */
export async function pick(page: Page, search: string, text: string) {
  await page.getByRole('searchbox', { name: search }).fill(text);
  await page.locator('.table-row-link', { hasText: text }).or(page.getByRole('row').filter({ hasText: text }).locator('.table-row-link')).first().click();
  await settled(page);
}

/** Takes an action of the page, with the reason it asks for. */
export async function act(page: Page, name: string, reason?: string) {
  await page.getByRole('button', { name, exact: true }).click();
  if (reason === undefined) return;
  const asked = page.getByRole('dialog', { name });
  if (reason) await asked.getByLabel('理由').fill(reason);
  await asked.getByRole('button', { name, exact: true }).click();
  await asked.waitFor({ state: 'detached' });
}

/** The first sign-in: the code from the school, a password of one's own, consent. */
export async function activate(login: string, code: string, password: string, phone = true): Promise<Page> {
  const page = await visitor({ phone });
  await page.goto('/activate');
  await page.getByLabel('手机号、学员编号或身份证号').fill(login);
  await page.getByLabel('激活码').fill(code);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '是我，继续' }).click();
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一遍').fill(password);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: '激活并登录' }).click();
  await page.locator('.shell').waitFor();
  return page;
}

/** The codes of the people chosen in the roster, by the name on each slip. */
export async function slips(page: Page, search: string, names: readonly string[]): Promise<Map<string, { login: string; code: string }>> {
  await enter(page, '学员名册');
  await page.getByRole('searchbox', { name: '姓名或学员编号' }).fill(search);
  for (const name of names) await page.getByRole('row').filter({ hasText: name }).getByRole('checkbox').check();
  await page.getByRole('button', { name: '为所选学员制作激活单' }).click();
  const cards = page.locator('.roster-sheet li');
  await cards.first().waitFor();
  await accessible(page, 'the activation sheet');
  const read = async (card: ReturnType<typeof cards.nth>) => [await card.locator('.strong').first().innerText(), { login: await card.locator('.mono').first().innerText(), code: await card.locator('.roster-code').innerText() }] as const;
  return new Map(await Promise.all((await cards.all()).map(read)));
}

/** Opens the work as somebody in a role. */
export async function atWork(who: Somebody | { login: string; password: string }, role: string): Promise<Page> {
  const page = await signInAs(who, role);
  await open(page, `/submissions/${found.work}`);
  return page;
}

/** Asks the API as the page's own user would, with a token of its own. */
export async function api<T>(base: string, account: { login: string; password: string }, path: string): Promise<T> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  const session = await fetch(`${base}/api/v1/sessions`, { method: 'POST', headers, body: JSON.stringify({ login: account.login, password: account.password }) });
  const { access_token: token } = (await session.json()) as { access_token: string };
  const answer = await fetch(`${base}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
