import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { accessible, forgive, open, signIn, signInAs } from '../browser';
import { sheetRows } from './workbook';
import { CLASS, SCHOOL, absent, act, api, author, enter, found, leader, second, settled, signer } from './world';

/** Practice scores, qualification, and the official list. */
export function results() {
  test('the county takes the new class into the round, and the school fills its sheet', async () => {
    const county = await signIn('county_admin');
    await enter(county, '线下实践测评');
    await act(county, '截止填报');
    await act(county, '重新开放', '新编的班补进登记表。');
    await county.locator('.badge', { hasText: '填报中' }).first().waitFor();

    const page = await signIn('school_admin');
    await enter(page, '线下实践测评');
    await page.getByRole('button', { name: CLASS }).click();
    await page.waitForURL(/practice\/[0-9a-f-]{36}/);
    await page.locator('[data-cell="0.completion"]').waitFor();
    found.sheet = page.url().match(/practice\/([0-9a-f-]+)/)?.[1] ?? '';
    expect(await page.locator('tbody tr').count()).toBe(3);
    const place = async (name: string) => (await page.locator('tbody tr').allInnerTexts()).findIndex((text) => text.includes(name));
    // Two cells from a spreadsheet, two by keyboard, one who was on leave.
    await page.locator(`[data-cell="${await place(author.name)}.completion"]`).focus();
    await paste(page, '44\t45.5');
    await page.locator(`[data-cell="${await place(leader.name)}.completion"]`).focus();
    await page.keyboard.type('40');
    await page.keyboard.press('Tab');
    await page.keyboard.type('38');
    await page.keyboard.press('Enter');
    await page.getByLabel(`${absent.name} 缺考原因`).selectOption({ label: '病假' });
    await accessible(page, 'the sheet');
    await page.getByRole('button', { name: '保存 3 行' }).click();
    await page.getByText('全部已保存').waitFor();
    await act(page, '提交给县里', '');
    await page.locator('.badge', { hasText: '已提交' }).waitFor();
  });

  test('the county determines with a reason, and another person publishes and locks', async () => {
    const page = await signIn('county_admin');
    await openSheet(page);
    await act(page, '开始评定');
    await page.locator('.badge', { hasText: '县级评定中' }).waitFor();
    await page.getByRole('row').filter({ hasText: author.name }).getByRole('button', { name: '评定' }).click();
    const dialog = page.getByRole('dialog');
    forgive(/422/);
    await dialog.getByLabel('县级评分').fill('88');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.locator('.field-error').waitFor();
    await dialog.getByLabel('与学校评分不同的理由').fill('记录单缺一页。');
    await accessible(page, 'a county score');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: author.name }).getByText('记录单缺一页。').waitFor();
    await act(page, '完成评定', '');
    await page.locator('.badge', { hasText: '已评定' }).waitFor();
    // Who determined does not sign.
    expect(await page.getByRole('button', { name: '公布', exact: true }).count()).toBe(0);
    await accessible(page, 'the determined sheet');

    const other = await signInAs(signer, 'county_admin');
    await openSheet(other);
    await act(other, '公布', '');
    await other.locator('.badge', { hasText: '已公布' }).waitFor();
    await act(other, '锁定', '');
    await other.locator('.badge', { hasText: '已锁定' }).waitFor();
    await accessible(other, 'the locked sheet');
  });

  test('the trainee reads the marks and that nothing is missing', async () => {
    const page = await signInAs(author, undefined, { phone: true });
    await open(page, '/grade');
    await page.getByText('记录单缺一页。').waitFor();
    await page.getByRole('link', { name: '我是否合格' }).click();
    await page.getByText('各项条件都已满足。').waitFor();
    await accessible(page, 'how one stands');
    const other = await signInAs(leader, undefined, { phone: true });
    await open(other, '/qualification');
    await other.getByRole('heading', { name: '最短的补救办法' }).waitFor();
    await accessible(other, 'what is missing');
  });

  test('the project team judges, the county confirms, a second person finishes', async () => {
    const team = await signIn('project_team');
    await enter(team, '资格认定');
    await team.getByRole('button', { name: '开始新的认定' }).click();
    // It says first what it will read, and whose marks are not there.
    const asked = team.getByRole('dialog', { name: '开始新的认定' });
    await asked.getByText(/将读取此刻 [\d,]+ 名学员/).waitFor();
    await asked.getByText(/[\d,]+ 人线下实践成绩未出/).waitFor();
    await accessible(team, 'before a run');
    await asked.getByRole('button', { name: '开始新的认定' }).click();
    await team.locator('.badge', { hasText: '待公示' }).waitFor();
    expect(await team.getByRole('button', { name: '公示', exact: true }).count()).toBe(0);
    await team.getByText(/不合格的人中，[\d,]+ 人是成绩未出的/).first().waitFor();
    await team.getByRole('link', { name: /^共 \d+ 人$/ }).click();
    await team.waitForURL(/qualification\/[0-9a-f-]{36}/);
    found.run = team.url().match(/qualification\/([0-9a-f-]+)/)?.[1] ?? '';
    await team.getByRole('searchbox', { name: '姓名或学员编号' }).fill(leader.no);
    await team.locator('.table-row-link', { hasText: leader.name }).click();
    await team.getByRole('heading', { name: '未满足的条件' }).waitFor();
    await accessible(team, 'an explanation');

    const county = await signIn('county_admin');
    await enter(county, '资格认定');
    await county.getByRole('button', { name: '公示', exact: true }).click();
    const warned = county.getByRole('dialog', { name: '公示' });
    await warned.getByText(/不合格的人中，[\d,]+ 人是成绩未出的/).waitFor();
    await warned.getByRole('button', { name: '公示', exact: true }).click();
    await county.locator('.badge', { hasText: '已公示' }).waitFor();
    const other = await signInAs(second, 'project_team');
    await enter(other, '资格认定');
    await act(other, '正式认定', '');
    await other.locator('.badge', { hasText: '已正式认定' }).waitFor();
    await accessible(other, 'the final run');
  });

  test('the county downloads R9 after giving the password again, and its rows are those of the run', async () => {
    const account = inject('accounts').find((one) => one.role === 'county_admin');
    if (!account) throw new Error('no county administrator');
    const page = await signIn('county_admin');
    await enter(page, '报表与名单');
    await page.getByRole('button', { name: /^R9/ }).click();
    await settled(page);
    await accessible(page, 'R9');
    await staleSignIn(page);
    const answered = page.waitForEvent('download');
    await page.getByRole('button', { name: '生成 Excel' }).click();
    const again = page.getByRole('dialog', { name: '请再次输入密码' });
    await again.getByLabel('密码').fill(account.password);
    await accessible(page, 'asking for the password');
    await again.getByRole('button', { name: '确定' }).click();
    const download = await answered;
    expect(download.suggestedFilename()).toMatch(/合格名单.*\.xlsx$/);
    const rows = sheetRows(await download.path());
    const head = rows.findIndex((row) => row.includes('姓名'));
    const named = (cells: readonly string[]) => Object.fromEntries((rows[head] ?? []).map((title, place) => [title, cells[place] ?? '']));
    const listed = rows.slice(head + 1).filter((row) => /^\d+$/.test(row[0] ?? '')).map(named);
    const judged: Result[] = [];
    for (const outcome of ['qualified', 'excellent']) {
      for (let cursor: string | null = ''; cursor !== null;) {
        const part: { items: Result[]; next_cursor: string | null } = await api(inject('base'), account, `/qualification-runs/${found.run}/results?outcome=${outcome}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
        judged.push(...part.items);
        cursor = part.next_cursor;
      }
    }
    const ordered = (all: Listed[]) => all.sort((one, other) => (one.certificate < other.certificate ? -1 : 1));
    const inFile = ordered(listed.map((row) => ({ certificate: row['证书编号'] ?? '', name: row['姓名'] ?? '', school: row['学校'] ?? '', hours: Number(row['学时']), total: Number(row['成绩']) })));
    const inRun = ordered(judged.map((one) => ({ certificate: one.certificate_no ?? '', name: one.name, school: one.school_name, hours: one.hours, total: one.total })));
    expect(inFile).toEqual(inRun);
    // 91 online and 88 in practice, each counting half.
    expect(inFile.map(({ name, school, total }) => ({ name, school, total }))).toContainEqual({ name: author.name, school: SCHOOL, total: 89.5 });
    expect(inFile.map((one) => one.name)).not.toContain(leader.name);
  });
}

interface Result { name: string; school_name: string; certificate_no: string | null; hours: number; total: number }
interface Listed { certificate: string; name: string; school: string; hours: number; total: number }

const openSheet = (page: Page) => page.waitForURL(/./).then(async () => {
  await enter(page, '线下实践测评');
  const project = page.url().match(/projects\/([0-9a-f-]+)/)?.[1] ?? '';
  await open(page, `/projects/${project}/practice/${found.sheet}`);
});

/** The next list is refused as it is five minutes after the sign-in, in the server's own words. */
async function staleSignIn(page: Page) {
  forgive(/403/);
  const body = { type: '/problems/step-up-required', title: 'Sign in again', status: 403, code: 'step-up-required', detail: '', errors: [] };
  await page.route('**/api/v1/projects/*/reports', (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) });
  }, { times: 1 });
}

/** What the clipboard of a spreadsheet holds, pasted where the cursor is. */
async function paste(page: Page, text: string) {
  await page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData('text', copied);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}
