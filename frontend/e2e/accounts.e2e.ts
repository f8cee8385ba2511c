import { describe, expect, inject, test } from 'vitest';
import { accessible, forgive, open, signIn, useBrowser, visitor } from './browser';

useBrowser();

describe('signing in', () => {
  test('a wrong password is told in words and keeps what was typed', async () => {
    forgive(/401/);
    const page = await visitor();
    await page.goto('/sign-in');
    await accessible(page);
    await page.getByLabel('手机号、学员编号或身份证号').fill('county');
    await page.getByLabel('密码').fill('not the password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('账号或密码不对');
    expect(await page.getByLabel('手机号、学员编号或身份证号').inputValue()).toBe('county');
  });

  test('a page asked for before signing in is shown after it', async () => {
    const account = inject('accounts').find((one) => one.role === 'county_admin');
    const page = await visitor();
    await page.goto('/account');
    await page.waitForURL(/sign-in\?to=/);
    await page.getByLabel('手机号、学员编号或身份证号').fill(account?.login ?? '');
    await page.getByLabel('密码').fill(account?.password ?? '');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(/\/account$/);
  });

  test('reloading keeps the session, and nothing of it lies in the browser’s storage', async () => {
    const page = await signIn('county_admin');
    await page.reload();
    await page.locator('.shell').waitFor();
    const kept = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }));
    expect(Object.keys(kept).filter((key) => !/^tisheng\.(ui\.|signed-in$)/.test(key))).toEqual([]);
    expect(JSON.stringify(kept)).not.toMatch(/eyJ/);
  });

  test('after signing out the Back button shows no data', async () => {
    const page = await signIn('county_admin');
    await open(page, '/account');
    await page.locator('.top summary').last().click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/sign-in/);
    await page.goBack().catch(() => null);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(await page.locator('.shell').count()).toBe(0);
  });

  test.each([false, true])('the account page and the activation page pass the scan (phone: %s)', async (phone) => {
    const page = await signIn('school_admin', { phone });
    await open(page, '/account');
    await accessible(page);
    const other = await visitor({ phone });
    await other.goto('/activate');
    await other.getByRole('heading', { name: '激活账号' }).waitFor();
    await accessible(other);
  });
});
