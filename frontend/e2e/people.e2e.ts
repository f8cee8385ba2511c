import { describe, expect, inject, test } from 'vitest';
import { accessible, forgive, signIn, useBrowser, visitor } from './browser';

useBrowser();

describe('people and organisations', () => {
  test('somebody’s data is masked, and shown in full for a reason after the password', async () => {
    const page = await signIn('county_admin');
    await page.getByRole('link', { name: '学员名册' }).click();
    await page.getByLabel('姓名或学员编号').fill('FY0005');
    await page.getByRole('cell', { name: 'FY0005' }).waitFor();
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await page.locator('.table-row-link').first().click();
    const panel = page.getByRole('dialog');
    await panel.getByText(/^\d{3}\*{4}\d{4}$/).waitFor();
    await accessible(page, 'a person');
    forgive(/403/);
    await panel.getByRole('button', { name: '显示全号' }).click();
    const asking = page.getByRole('dialog', { name: '显示手机号与身份证号' });
    await asking.getByLabel('理由').fill('核对报名信息');
    await asking.getByRole('button', { name: '显示全号' }).click();
    const again = page.getByRole('dialog', { name: '请再次输入密码' });
    const password = inject('accounts').find((one) => one.role === 'county_admin')?.password ?? '';
    await Promise.race([again.waitFor(), panel.getByText(/^1\d{10}$/).waitFor()]);
    if (await again.isVisible()) {
      await accessible(page, 'asking for the password');
      await again.getByLabel('密码').fill(password);
      await again.getByRole('button', { name: '确定' }).click();
    }
    await panel.getByText(/^1\d{10}$/).waitFor();
  });

  test('a school prints its activation sheet, and a teacher activates the account by it', async () => {
    const page = await signIn('school_admin');
    await page.getByRole('link', { name: '学员名册' }).click();
    await page.getByLabel('姓名或学员编号').fill('FY0006');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1);
    await page.getByLabel('选择此行').check();
    await page.getByRole('button', { name: '为所选学员制作激活单' }).click();
    const slip = page.locator('.roster-sheet li').first();
    await slip.waitFor();
    await accessible(page, 'the sheet');
    const code = await slip.locator('.roster-code').innerText();
    const login = await slip.locator('.mono').first().innerText();
    const teacher = await visitor({ phone: true });
    await teacher.goto('/activate');
    await teacher.getByLabel('手机号、学员编号或身份证号').fill(login);
    await teacher.getByLabel('激活码').fill(code);
    await teacher.getByRole('button', { name: '下一步' }).click();
    await teacher.getByRole('button', { name: '是我，继续' }).click();
    await teacher.getByLabel('新密码').fill('今天天气很好我们一起去研修吧');
    await teacher.getByLabel('再输一遍').fill('今天天气很好我们一起去研修吧 !');
    await teacher.getByRole('checkbox').check();
    await teacher.getByRole('button', { name: '激活并登录' }).click();
    await teacher.getByText('两次输入不一样').waitFor();
    await accessible(teacher, 'the password step');
    await teacher.getByLabel('新密码').fill('a quiet lake at dawn 42');
    await teacher.getByLabel('再输一遍').fill('a quiet lake at dawn 42');
    await teacher.getByRole('button', { name: '激活并登录' }).click();
    await teacher.locator('.shell').waitFor();
    await accessible(teacher, 'home');
  });

  test.each([
    ['学员名册', '王桂英'], ['学校与组织', '扶余市第一实验小学'], ['任职与授权', '2026年'], ['项目', '扶余市信息技术应用能力提升培训项目'], ['政策与规则', '成绩构成'],
  ])('%s passes the scan at both widths', async (name, content) => {
    for (const phone of [false, true]) {
      const page = await signIn('county_admin', { phone });
      if (phone) await page.getByRole('button', { name: '菜单' }).click();
      await page.getByRole('link', { name, exact: true }).last().click();
      await page.getByText(content).first().waitFor();
      await accessible(page, `${name} ${phone ? 360 : 1280}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });
});
