import path from 'node:path';
import { type Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { signIn, useBrowser, visitor } from './browser';

useBrowser();

/** What has the focus, as a reader hears it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const here = document.activeElement as HTMLElement | null;
    return (here?.getAttribute('aria-label') ?? here?.innerText ?? '').trim() || (here as HTMLInputElement | null)?.labels?.[0]?.innerText || '';
  });

/** Presses Tab until something with these words has the focus; the mouse is never used. */
async function tabTo(page: Page, words: string | RegExp, most = 60) {
  for (let n = 0; n < most; n++) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (typeof words === 'string' ? here === words : words.test(here)) return;
  }
  throw new Error(`Tab does not lead to ${String(words)}`);
}

/** Whether the focus can be seen. */
const visible = (page: Page) =>
  page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });

describe('without a mouse', () => {
  test('one signs in, finds the roster, sorts it, walks its rows and opens a person', async () => {
    const account = inject('accounts').find((one) => one.role === 'county_admin');
    const page = await visitor();
    await page.goto('/sign-in');
    await page.getByLabel('手机号、学员编号或身份证号').waitFor();
    await page.keyboard.type(account?.login ?? '');
    await page.keyboard.press('Tab');
    await page.keyboard.type(account?.password ?? '');
    await page.keyboard.press('Enter');
    await page.locator('.shell').waitFor();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
    await tabTo(page, '学员名册');
    expect(await visible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.locator('tbody tr').first().waitFor();
    await tabTo(page, '学员编号');
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=trainee_no/);
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.locator('.table-row-link').first().waitFor();
    const first = await page.locator('.table-row-link').first().innerText();
    await tabTo(page, first);
    expect(await visible(page)).toBe(true);
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    expect(second).toBe(await page.locator('.table-row-link').nth(1).innerText());
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: second }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a file is chosen, checked and looked at', async () => {
    const page = await signIn('county_admin');
    await tabTo(page, '批量导入');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '批量导入' }).waitFor();
    await tabTo(page, '导入文件');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '导入什么？' }).waitFor();
    // The kinds come with an answer of their own; before it, Tab would pass them by.
    await page.getByRole('radio').first().waitFor({ state: 'attached' });
    await tabTo(page, /^学校/);
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/kind=roster/);
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, '上传文件');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(path.resolve(import.meta.dirname, '../../data/fuyu/roster-dirty-sample.csv'));
    await page.getByText('身份证号校验码不对').first().waitFor();
    await tabTo(page, '下载错误表');
    const book = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await book).suggestedFilename()).toContain('错误原因');
  });

  test('a table is handed out exactly as it is shown', async () => {
    const page = await signIn('county_admin');
    await page.getByRole('link', { name: '学员名册' }).click();
    await page.getByRole('combobox', { name: '学校' }).selectOption({ label: '扶余市第一实验小学' });
    await page.waitForURL(/school=/);
    const total = page.locator('.table-foot', { hasText: '共 62 条' }).or(page.locator('.table-foot', { hasText: '已载入' }));
    await total.first().waitFor();
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出 (CSV)' }).click();
    const stream = await (await file).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString('utf8');
    expect(text.startsWith('\uFEFF学员,学员编号')).toBe(true);
    const lines = text.trim().split('\r\n');
    expect(lines.length - 1).toBe(62);
    expect(lines.slice(1).every((line) => line.includes('扶余市第一实验小学'))).toBe(true);
  });
});
