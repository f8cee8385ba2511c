import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { accessible, forgive, open, signIn, signInAs } from '../browser';
import { WORK, author, enter, found, settled } from './world';

/** A picture of one point, as an attachment. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** The trainee's own part, and the course provider's. */
export function study() {
  test('the project team sets a task with a rubric', async () => {
    const page = await signIn('project_team');
    await enter(page, '作业任务');
    await page.getByRole('button', { name: '新任务' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('题目').fill('一节课的教学设计');
    await dialog.getByLabel('要求').fill('写清目标、过程与反思，附一份材料。');
    await dialog.getByLabel('评分量规').fill('目标明确 40\n活动设计 60');
    await dialog.getByLabel('截止时间').fill('2099-12-31T18:00');
    await dialog.getByLabel('必交').check();
    await dialog.getByLabel('进行中').check();
    await accessible(page, 'a new task');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '一节课的教学设计' }).waitFor();
  });

  test('the trainee chooses 50 hours from four modules', async () => {
    const page = await signInAs(author);
    await enter(page, '我的选课');
    await page.getByText('选课篮还是空的').waitFor();
    await page.getByRole('link', { name: '去选课' }).click();
    for (const module of ['1', '2', '3', '4']) await choose(page, module);
    await accessible(page, 'the market');
    await page.getByRole('link', { name: '我的选课' }).first().click();
    await page.getByText('选课完整，没有缺的了。').waitFor();
    await accessible(page, 'the plan');
    const lines = await page.locator('.selection-list li .tiny').allInnerTexts();
    found.courses = lines.map((line) => line.split(' · ')[0] ?? '');
    await page.getByRole('button', { name: '提交选课' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交选课' }).click();
    await page.locator('.badge', { hasText: '已生效' }).waitFor();
  });

  test('the trainee writes homework on a phone, with a file, and gets a receipt', async () => {
    let page = await signInAs(author, undefined, { phone: true });
    await enter(page, '我的作业');
    await page.getByRole('listitem').filter({ hasText: '一节课的教学设计' }).getByRole('button', { name: '开始写' }).click();
    await page.waitForURL(/submissions\/[0-9a-f-]+\/write/);
    found.work = page.url().match(/submissions\/([0-9a-f-]+)/)?.[1] ?? '';
    await page.getByLabel('题目').fill(WORK);
    await page.getByLabel('正文').fill('目标：能说出水的三态。\n过程：观察、猜想、实验、记录。\n反思：留出更多时间给记录。');
    await page.getByLabel('添加附件').setInputFiles({ name: '实验记录单.png', mimeType: 'image/png', buffer: PICTURE });
    await page.getByText('实验记录单.png').waitFor();
    await page.getByText(/已保存/).first().waitFor();
    await accessible(page, 'writing');
    page = await loseTheNetwork(page);
    await page.getByRole('checkbox', { name: /原创/ }).check();
    await page.getByRole('button', { name: '提交作业' }).click();
    const receipt = page.getByRole('dialog', { name: '提交回执' });
    await receipt.getByText(/^[0-9a-f]{8}…[0-9a-f]{8}$/).waitFor();
    // On paper the whole hash stands, and nothing of the page around it.
    await page.emulateMedia({ media: 'print' });
    await receipt.getByText(/^[0-9a-f]{64}$/).waitFor();
    expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).visibility)).toBe('hidden');
    await page.emulateMedia({ media: 'screen' });
    await receipt.getByRole('button', { name: '打印回执' }).waitFor();
    await accessible(page, 'the receipt');
    await receipt.getByRole('button', { name: '查看' }).click();
    await page.getByText('实验记录单.png').waitFor();
    await page.getByRole('checkbox', { name: /同意作品离开学校/ }).check();
    await page.getByText('已记录您的意愿').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('the operator makes a client, by which the course provider reports what was learned', async () => {
    const page = await signIn('platform_operator');
    await enter(page, '接口客户端');
    await page.getByRole('button', { name: '新建客户端' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('课程平台');
    await dialog.getByRole('textbox', { name: '课程平台' }).fill('示例课程机构');
    await dialog.getByRole('checkbox').first().check();
    await accessible(page, 'a new client');
    await dialog.getByRole('button', { name: '新建', exact: true }).click();
    const made = page.getByRole('dialog', { name: '课程平台' });
    await made.locator('dd .mono').last().waitFor();
    const [id = '', secret = ''] = await made.locator('dd .mono').allInnerTexts();
    await accessible(page, 'the secret');
    await made.getByRole('button', { name: '关闭' }).last().click();
    const project = page.url().match(/projects\/([0-9a-f-]+)/)?.[1] ?? '';
    await report(project, id, secret);
  });

  test('the trainee sees the hours credited', async () => {
    const page = await signInAs(author, undefined, { phone: true });
    await enter(page, '我的课程');
    await page.getByText('已完成').first().waitFor();
    expect(await page.locator('.badge', { hasText: '未开始' }).count()).toBe(0);
    await open(page, '/grade');
    await page.getByText('网络研修成绩的时间').first().waitFor();
    await accessible(page, 'the grade');
  });
}

/** Without a network the text waits in the browser: it outlives the page and reaches the server later. */
async function loseTheNetwork(page: Page): Promise<Page> {
  forgive(/ERR_INTERNET_DISCONNECTED/);
  const [context, address] = [page.context(), page.url()];
  await context.setOffline(true);
  await page.getByLabel('正文').fill('目标、过程与反思，断网时写下。');
  await page.getByText('没有连上服务器').waitFor();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await open(again, address);
  expect(await again.getByLabel('题目').inputValue()).toBe(WORK);
  await again.getByText('还没有送到服务器的内容').waitFor();
  await accessible(again, 'writing that was kept');
  await again.getByRole('button', { name: '用本机这份' }).click();
  await again.getByText(/^已保存/).waitFor();
  await again.reload();
  await again.getByText('实验记录单.png').waitFor();
  expect(await again.getByLabel('正文').inputValue()).toBe('目标、过程与反思，断网时写下。');
  return again;
}

/** Takes courses of a module until thirteen hours or so are in the basket. */
async function choose(page: Page, module: string) {
  await settled(page);
  await page.getByRole('combobox', { name: '模块' }).selectOption(module);
  await page.waitForURL(new RegExp(`module=${module}`));
  await settled(page);
  const before = await hours(page);
  while (await hours(page) - before < 13) {
    const buttons = page.getByRole('button', { name: /^选这门/ });
    if (await buttons.count() === 0) return;
    const now = await hours(page);
    await buttons.first().click();
    await page.waitForFunction((was) => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuetext')?.split(' ')[0]) > was, now);
  }
}

const hours = async (page: Page) => Number((await page.getByRole('progressbar').getAttribute('aria-valuetext'))?.split(' ')[0]);

/** What the provider's own program does: a token, then completed courses and the final score. */
async function report(project: string, id: string, secret: string) {
  const base = `${inject('base')}/api/v1`;
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret });
  const granted = await fetch(`${base}/oauth/token`, { method: 'POST', body: form });
  expect(granted.status).toBe(200);
  const { access_token: token } = (await granted.json()) as { access_token: string };
  const send = async (path: string, body: unknown) => {
    const answer = await fetch(`${base}/projects/${project}/${path}`, {
      method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body: JSON.stringify(body),
    });
    expect(answer.status, path).toBeLessThan(300);
    return (await answer.json()) as { results: Array<{ status: string }> };
  };
  const at = '2020-11-20T10:00:00Z';
  const events = found.courses.map((course_code) => ({ event_id: `job-${author.no}-${course_code}`, type: 'completed', trainee_no: author.no, course_code, occurred_at: at, watched_seconds: 5400, score: 92 }));
  const said = await send('learning-events', { events });
  expect(said.results.map((one) => one.status), JSON.stringify(said.results[0])).toEqual(events.map(() => 'accepted'));
  await send('online-scores', { scores: [{ trainee_no: author.no, score: 91, source_at: at }] });
}
