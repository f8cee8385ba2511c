import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { accessible, open, signIn, signInAs, useBrowser } from './browser';
import { api, settled } from './job/world';

useBrowser();

interface Work { id: string; title: string }

const account = (login: string) => {
  const found = inject('accounts').find((one) => one.login === login);
  if (!found) throw new Error(`no demonstration account ${login}`);
  return found;
};

/** The sample county's works of a kind, as the project team sees them. */
async function works(query: string) {
  const team = account('project');
  const { items } = await api<{ items: Array<{ id: string }> }>(inject('base'), team, '/projects');
  const project = items[0]?.id ?? '';
  const found = await api<{ items: Work[] }>(inject('base'), team, `/projects/${project}/submissions?${query}`);
  return { project, works: found.items };
}

/** Whether an element is whole within the window, and not covered. */
const inSight = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).evaluate((button) => {
  const box = button.getBoundingClientRect();
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= window.innerHeight && box.left >= 0 && box.right <= window.innerWidth && button.contains(there);
});

describe('the ladder of the sample county', () => {
  test('mathematics has its judges: who recommended a work is not offered, the others are called', async () => {
    const { works: regional } = await works('rung=regional&subject=SX&limit=1');
    const [work] = regional;
    const expert = await signInAs(account('expert4'), 'subject_expert');
    await open(expert, `/submissions/${work?.id}`);
    await expert.getByRole('button', { name: '区域推荐', exact: true }).click();
    await expert.getByRole('dialog').getByLabel('理由').fill('有推广价值。');
    await expert.getByRole('dialog').getByRole('button', { name: '区域推荐', exact: true }).click();
    await expert.getByText(`已推荐参加展评：${work?.title}`).waitFor();

    const team = await signIn('project_team');
    await open(team, `/submissions/${work?.id}`);
    await team.getByRole('button', { name: '指派专家' }).click();
    const dialog = team.getByRole('dialog');
    await dialog.getByText('还需指派 2 位：已选 0 位，可选 2 位。').waitFor();
    // By keyboard: from the search down to the first two.
    await dialog.getByRole('searchbox').focus();
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await team.keyboard.press(key);
    await dialog.getByText('已选 2 位').waitFor();
    await accessible(team, 'calling experts');
    await dialog.getByRole('button', { name: '指派', exact: true }).click();
    const notice = team.getByText(`已指派专家：${work?.title}`);
    await notice.waitFor();
    // The notice lies over the header and goes by Escape.
    const lowest = await team.locator('.toast').last().evaluate(async (toast) => {
      await Promise.all(toast.getAnimations().map((one) => one.finished));
      return toast.getBoundingClientRect().bottom;
    });
    expect(lowest).toBeLessThanOrEqual(56);
    await team.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });

    const judge = await signInAs(account('expert5'), 'subject_expert');
    await open(judge, '/expert-reviews');
    await judge.locator('.table-row-link').first().waitFor();
  });

  test('a colleague for polishing is found by name, school or subject, and stands on top', async () => {
    const { works: climbing } = await works('rung=school&limit=200&subject=YW');
    const page = await signIn('school_admin');
    let opened = false;
    for (const work of climbing) {
      await open(page, `/submissions/${work.id}`);
      opened = await page.getByRole('button', { name: '组织研磨' }).isVisible();
      if (opened) break;
    }
    expect(opened).toBe(true);
    await page.getByRole('button', { name: '组织研磨' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('同学科').waitFor();
    expect(await inSight(page, '组织研磨')).toBe(true);
    await dialog.getByRole('searchbox').fill('数学');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('searchbox').fill('');
    expect(await dialog.getByRole('list', { name: '已选 2 人' }).getByRole('listitem').count()).toBe(2);
    await accessible(page, 'a polishing team');
  });

  test('the buttons of a long dialog stay in sight on a small phone', async () => {
    const { project } = await works('limit=1');
    const page = await signIn('project_team', { phone: true });
    await page.setViewportSize({ width: 360, height: 640 });
    await open(page, `/projects/${project}/homework-tasks`);
    await page.getByRole('button', { name: '新任务' }).click();
    expect(await inSight(page, '保存')).toBe(true);
    expect(await inSight(page, '取消')).toBe(true);
    await page.getByRole('dialog').getByLabel('可补交').scrollIntoViewIfNeeded();
    expect(await inSight(page, '保存')).toBe(true);
    await accessible(page, 'a long dialog on a phone');
  });

  test('the list of works shows its last column whole at 1280 pixels', async () => {
    const { project } = await works('limit=1');
    const page = await signIn('project_team');
    await open(page, `/projects/${project}/submissions`);
    await settled(page);
    const frame = page.locator('.table-scroll');
    expect(await frame.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
  });
});
