import { expect, test } from 'vitest';
import { accessible, open, signIn, signInAs } from '../browser';
import { SCHOOL, WORK, act, atWork, author, enter, experts, found, leader, pick, settled } from './world';

/** The ladder: from a leader's review to the shared library. */
export function works() {
  test('the leader reviews the work by the rubric and recommends it', async () => {
    const page = await signInAs(leader, 'workshop_leader');
    await enter(page, '作业与推优');
    await pick(page, '题目或作者', WORK);
    await page.getByLabel('目标明确（0–40）').fill('37');
    await page.getByLabel('活动设计（0–60）').fill('55.5');
    await page.getByText('总分 92.5 / 100').waitFor();
    await page.getByLabel('评语').fill('目标清楚，活动紧扣目标；再补一个检测环节。');
    await accessible(page, 'a work');
    await page.getByRole('button', { name: '提交点评' }).click();
    await page.getByText('再补一个检测环节').first().waitFor();
    await act(page, '推优', '活动设计可供全校借鉴。');
    await page.getByText('活动设计可供全校借鉴。').first().waitFor();
    await standsAt(page, '学校研磨');
    await accessible(page, 'the recommended work');
  });

  test('the school lets its author polish it, and pushes it to the region', async () => {
    const page = await signIn('school_admin');
    await enter(page, '作业与推优');
    await pick(page, '题目或作者', WORK);
    await page.getByRole('button', { name: '组织研磨' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('研磨任务').fill('补上检测环节。');
    await accessible(page, 'a polishing round');
    await dialog.getByRole('button', { name: '组织研磨' }).click();
    await page.getByText('补上检测环节。').first().waitFor();

    const writer = await signInAs(author, undefined, { phone: true });
    await open(writer, `/submissions/${found.work}`);
    await writer.getByText('活动设计可供全校借鉴。').first().waitFor();
    await writer.getByRole('link', { name: '修改', exact: true }).click();
    await writer.getByLabel('正文').fill('目标：能说出水的三态。\n过程：观察、猜想、实验、记录。\n检测：填写三态变化图。');
    await writer.getByRole('checkbox', { name: /原创/ }).check();
    await writer.getByRole('button', { name: '提交作业' }).click();
    await writer.getByRole('dialog', { name: '提交回执' }).getByText('第 2 稿').waitFor();

    await page.reload();
    await settled(page);
    await page.getByText('检测：填写三态变化图。').waitFor();
    await act(page, '推送到区域', '研磨后检测环节完整。');
    await standsAt(page, '区域优品');
    await accessible(page, 'the pushed work');
  });

  test('an expert of another school recommends it in the region', async () => {
    const page = await signInAs(experts[0], 'subject_expert');
    await enter(page, '作业与推优');
    await pick(page, '题目或作者', WORK);
    await act(page, '区域推荐', '实验设计真实可行。');
    await standsAt(page, '展评精品');
    await accessible(page, 'the work of the exhibition');
  });

  test('two other experts, who see neither author nor school, mark it', async () => {
    const [first, ...judges] = experts;
    const team = await signIn('project_team');
    await open(team, `/submissions/${found.work}`);
    await team.getByRole('button', { name: '指派专家' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByText('还需指派 2 位').waitFor();
    // Who recommended it in the region does not judge it.
    expect(await dialog.getByRole('checkbox', { name: first.name }).count()).toBe(0);
    for (const expert of judges) await dialog.getByRole('checkbox', { name: expert.name }).check();
    await accessible(team, 'calling experts');
    await dialog.getByRole('button', { name: '指派', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    for (const [place, expert] of judges.entries()) {
      const page = await signInAs(expert, 'subject_expert');
      await enter(page, '展评盲评');
      await page.locator('.table-row-link').first().click();
      const exhibit = page.getByRole('dialog');
      await exhibit.getByText('检测：填写三态变化图。').waitFor();
      expect(await exhibit.innerText()).not.toMatch(new RegExp(`${author.name}|${SCHOOL}`));
      await exhibit.getByLabel('得分（0–100）').fill(place === 0 ? '90' : '94');
      await exhibit.getByLabel('评语').fill('证据充分。');
      await accessible(page, 'an exhibit');
      await exhibit.getByRole('button', { name: '提交评分' }).click();
      await exhibit.waitFor({ state: 'detached' });
      await page.locator('.badge', { hasText: '已评' }).waitFor();
    }
  });

  test('the project team publishes it, and everybody finds it in the library with its way', async () => {
    const team = await signIn('project_team');
    await open(team, `/submissions/${found.work}`);
    await team.getByRole('button', { name: '入库' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByLabel('作者授权已确认').check();
    await dialog.getByLabel(/认不出学生/).check();
    await dialog.getByLabel('推荐理由').fill('两位专家一致推荐。');
    await accessible(team, 'publishing');
    await dialog.getByRole('button', { name: '入库' }).click();
    await dialog.waitFor({ state: 'detached' });
    await standsAt(team, '资源库');
    const page = await atWork(author, 'trainee');
    await standsAt(page, '资源库');
    await enter(page, '成果库');
    await page.getByRole('link', { name: WORK }).click();
    await page.getByText('两位专家一致推荐。').waitFor();
    await page.getByText('实验记录单.png').waitFor();
    await page.getByText('专家评分').waitFor();
    await page.getByText('92', { exact: true }).waitFor();
    await accessible(page, 'the work in the library');
  });
}

const standsAt = (page: Awaited<ReturnType<typeof signIn>>, rung: string) => page.locator('.homework-ladder [aria-current=step]', { hasText: rung }).waitFor();
