import { type Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessible, open, signIn, useBrowser } from './browser';

useBrowser();

/** Nothing in sight is wider than the page, and no code of the program stands among the words. */
async function tidy(page: Page, what: string) {
  const found = await page.evaluate(() => {
    const text = (document.querySelector('main') as HTMLElement | null)?.innerText ?? '';
    return {
      wide: document.documentElement.scrollWidth > innerWidth + 1,
      ids: text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [],
      codes: text.match(/\b(?:undefined|null|NaN|\[object \w+\]|[a-z]+\.[a-z]+_[a-z]+|\{\{\w+\}\})\b/g) ?? [],
    };
  });
  expect(found, what).toEqual({ wide: false, ids: [], codes: [] });
}

/** The addresses of the role's menu. */
const places = (page: Page) => page.evaluate(() => [...document.querySelectorAll('.side a')].map((link) => link.getAttribute('href') ?? ''));

const ROLES = ['trainee', 'workshop_leader', 'school_admin', 'joint_class_admin', 'subject_expert', 'county_admin', 'project_team', 'platform_operator', 'auditor'];

describe.each(ROLES)('every screen in the menu of %s', (role) => {
  test('passes the scan at both widths, says nothing in code, and complains nowhere', async () => {
    const page = await signIn(role);
    await open(page, '/account');
    // Only who is in a roster has records of their own.
    const records = await page.getByRole('link', { name: '我的信息使用记录' }).count();
    const wide = [...(await places(page)), '/account', ...(records > 0 ? ['/account/records'] : [])];
    for (const place of wide) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await open(page, place);
      await accessible(page, `${role} ${place} 1280`);
      await page.setViewportSize({ width: 360, height: 780 });
      await tidy(page, `${role} ${place} 360`);
      // A trainee's and a leader's phone is looked at as closely as the desk.
      if (['trainee', 'workshop_leader'].includes(role)) await accessible(page, `${role} ${place} 360`);
    }
  });
});

describe('in the dark and in English', () => {
  test.each(['trainee', 'county_admin'])('the screens of %s pass the scan', async (role) => {
    const page = await signIn(role);
    const all = await places(page);
    await page.evaluate(() => {
      localStorage.setItem('tisheng.ui.theme', '"dark"');
      localStorage.setItem('tisheng.ui.language', '"en"');
    });
    for (const place of all) {
      await open(page, place);
      await accessible(page, `${role} ${place} dark`);
    }
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});
