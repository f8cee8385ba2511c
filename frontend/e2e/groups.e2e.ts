import { describe, expect, test } from 'vitest';
import { accessible, signIn, useBrowser } from './browser';

useBrowser();

describe('classes, workshops, catalogue and scores', () => {
  test.each([
    ['county_admin', '班级', 'FY-C01'], ['county_admin', '工作坊', 'FY-W001'], ['county_admin', '组班组坊助手', '都已安排好'], ['county_admin', '线下实践测评', '测评轮次'],
    ['project_team', '课程目录', '在架'], ['project_team', '待认领结果', '没有待认领的结果'], ['project_team', '接口客户端', '还没有接口客户端'],
  ])('%s finds %s, and it passes the scan at both widths', async (role, name, content) => {
    for (const phone of [false, true]) {
      const page = await signIn(role, { phone });
      if (phone) await page.getByRole('button', { name: '菜单' }).click();
      await page.getByRole('link', { name, exact: true }).last().click();
      await page.getByRole('main').getByText(content).locator('visible=true').first().waitFor();
      await accessible(page, `${name} ${phone ? 360 : 1280}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

  test('a class shows its members, and a workshop its leader', async () => {
    const page = await signIn('county_admin');
    await page.getByRole('link', { name: '班级', exact: true }).click();
    await page.getByRole('button', { name: '扶余市第一实验小学一班' }).click();
    await page.getByRole('cell', { name: 'FY0001' }).waitFor();
    await accessible(page, 'a class');
    await page.getByRole('link', { name: '工作坊', exact: true }).click();
    await page.getByRole('button', { name: '扶余市第一实验小学语文坊' }).click();
    await page.getByText('汪勇').first().waitFor();
    await accessible(page, 'a workshop');
  });

  test('a school types scores by keyboard, pastes from a spreadsheet, and saves', async () => {
    const page = await signIn('school_admin');
    await page.getByRole('link', { name: '线下实践测评' }).click();
    await page.getByRole('button', { name: '扶余市第一实验小学一班' }).click();
    const cell = page.locator('[data-cell="1.completion"]');
    await cell.focus();
    await page.evaluate(() => {
      const copied = new DataTransfer();
      copied.setData('text', '31\t44\n40\t99');
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }));
    });
    expect(await page.locator('[data-cell="1.score"]').inputValue()).toBe('75');
    // 99 is more than the group gives: nothing is sent until it is mended.
    expect(await page.getByRole('button', { name: /^保存/ }).isDisabled()).toBe(true);
    await page.locator('[data-cell="2.effect"]').fill('41.5');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-cell'))).toBe('3.effect');
    await accessible(page, 'the sheet');
    await page.getByRole('button', { name: /^保存/ }).click();
    await page.getByText('全部已保存').waitFor();
    await page.reload();
    expect(await page.locator('[data-cell="2.score"]').inputValue()).toBe('81.5');
  });
});
