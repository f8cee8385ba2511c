import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { accessible, open, signIn, useBrowser } from './browser';

useBrowser();

const sample = path.resolve(import.meta.dirname, '../../data/fuyu/roster-dirty-sample.csv');

describe('importing a file', () => {
  test('a dirty roster is judged row by row, with reasons in words and an error workbook', async () => {
    const page = await signIn('county_admin');
    await page.getByRole('link', { name: '批量导入' }).first().click();
    await page.getByRole('link', { name: '导入文件' }).first().click();
    await accessible(page, 'choose the kind');
    await page.getByRole('radiogroup').getByText('学员名册', { exact: true }).click();
    const template = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载模板' }).click();
    expect((await template).suggestedFilename()).toBe('学员名册.xlsx');
    await page.getByLabel('上传文件').setInputFiles(sample);
    await page.waitForURL(/imports\/[0-9a-f-]{36}/);
    await page.getByText('待提交').waitFor();
    await page.getByText('身份证号校验码不对').first().waitFor();
    await accessible(page, 'the verdict');
    const book = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载错误表' }).click();
    expect((await book).suggestedFilename()).toContain('错误原因');
    await page.getByRole('combobox', { name: '结果' }).selectOption('rejected');
    await page.waitForFunction(() => [...document.querySelectorAll('tbody .badge')].every((one) => one.textContent !== '通过'));
    expect(page.url()).toContain('verdict=rejected');
  });

  test('good rows are written after asking, and can be taken back', async () => {
    const page = await signIn('county_admin');
    await page.getByRole('link', { name: '批量导入' }).first().click();
    await page.getByRole('link', { name: 'roster-dirty-sample.csv' }).first().click();
    await page.getByRole('button', { name: /写入通过的/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '写入', exact: true }).click();
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await accessible(page, 'asking before undoing');
    await page.getByRole('dialog').getByRole('button', { name: '撤销这次导入' }).click();
    await page.locator('.badge', { hasText: '已撤销' }).waitFor();
  });

  test('on a phone the list of imports passes the scan', async () => {
    const page = await signIn('county_admin', { phone: true });
    await page.getByRole('button', { name: '菜单' }).click();
    await page.getByRole('link', { name: '批量导入' }).click();
    await page.getByRole('link', { name: 'roster-dirty-sample.csv' }).first().waitFor();
    await accessible(page);
    await open(page, '/projects');
  });
});
