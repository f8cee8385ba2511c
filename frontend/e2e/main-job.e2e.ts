import { type Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { accessible, open, signIn, useBrowser } from './browser';

useBrowser();

/** Opens an entry of the menu and holds the page against the scan. */
async function enter(page: Page, name: string) {
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('.skeleton, .spinner'));
  await accessible(page, name);
}

describe('the whole main job', () => {
  test('a trainee sees the 50 hours, hands in a work and learns how far it is to qualify', async () => {
    const page = await signIn('trainee');
    await page.getByText('接下来').waitFor();
    await accessible(page, 'home');
    await enter(page, '我的选课');
    await page.getByText('50').first().waitFor();
    await enter(page, '我的作业');
    const begin = page.getByRole('button', { name: '开始写' }).or(page.getByRole('link', { name: '继续写' }));
    if (await begin.count()) {
      await begin.first().click();
      await page.getByLabel('题目').fill('圆的面积教学设计');
      await page.getByLabel('正文').fill('目标、过程与反思。');
      await page.getByRole('checkbox').last().check();
      await page.getByRole('button', { name: '提交作业' }).click();
      const receipt = page.getByRole('dialog', { name: '提交回执' });
      await receipt.getByText(/^[0-9a-f]{64}$/).waitFor();
      await accessible(page, 'the receipt');
    }
    await open(page, '/grade');
    await page.getByRole('link', { name: '我是否合格' }).click();
    await page.getByRole('heading', { name: '未满足的条件' }).waitFor();
    await accessible(page, 'how one stands');
  });

  test('the leader of a workshop reviews a work with a score', async () => {
    const page = await signIn('workshop_leader');
    await enter(page, '作业与推优');
    await page.getByRole('combobox', { name: '阶段' }).selectOption('personal');
    await page.getByRole('combobox', { name: '状态' }).selectOption('submitted');
    await page.waitForFunction(() => [...document.querySelectorAll('tbody .badge')].every((one) => one.textContent === '待点评'));
    await page.locator('.table-row-link').first().click();
    await page.getByLabel('评语').fill('目标清楚，活动紧扣目标；再补一个检测环节。');
    for (const mark of await page.locator('input[type=number]').all()) await mark.fill('20');
    await accessible(page, 'a work');
    await page.getByRole('button', { name: '提交点评' }).click();
    await page.getByText('再补一个检测环节').first().waitFor();
  });

  test.each([
    ['school_admin', ['线下实践测评', '作业与推优', '学情总览']],
    ['county_admin', ['线下实践测评', '班级', '合格判定']],
    ['auditor', ['审计记录', '课程目录']],
    ['platform_operator', ['接口客户端', '审计记录']],
  ])('%s finds the work of the role in the menu', async (role, entries) => {
    const page = await signIn(role);
    await accessible(page, `home of ${role}`);
    for (const entry of entries) await enter(page, entry);
  });

  test('the project team looks at the catalogue, judges everybody and looks at the list of results', async () => {
    const page = await signIn('project_team');
    await enter(page, '课程目录');
    await enter(page, '合格判定');
    await page.getByRole('button', { name: '开始新的判定' }).click();
    await page.getByText('待公布').first().waitFor();
    await accessible(page, 'a run');
    await page.getByRole('link', { name: '共 975 人' }).first().click();
    await page.locator('.table-row-link').first().click();
    await page.getByRole('heading', { name: '未满足的条件' }).waitFor();
    await accessible(page, 'an explanation');
    await page.keyboard.press('Escape');
    await enter(page, '报表与名单');
    await page.getByRole('button', { name: /^R7/ }).click();
    await accessible(page, 'R7');
  });
});
