import { expect, inject, test } from 'vitest';
import { accessible, open, signIn, signInAs } from '../browser';
import { CLASS, SCHOOL, WORKSHOP, absent, act, activate, api, author, enter, experts, leader, pick, rosterFile, second, settled, signer, slips } from './world';

interface Person { name: string; trainee_no: string; subject: string; school_name: string }

/** From the roster file to accounts, appointments, a class and a workshop. */
export function people() {
  test('the county imports a roster file', async () => {
    const page = await signIn('county_admin');
    await enter(page, '批量导入');
    await page.getByRole('link', { name: '导入文件' }).first().click();
    await page.getByRole('radiogroup').getByText('学员名册', { exact: true }).click();
    await page.getByLabel('上传文件').setInputFiles(rosterFile());
    await page.waitForURL(/imports\/[0-9a-f-]{36}/);
    await page.getByText('待提交').waitFor();
    await page.getByText('高晓晨').first().waitFor();
    await accessible(page, 'the verdict');
    await page.getByRole('button', { name: '写入通过的 3 行' }).click();
    await page.locator('.badge', { hasText: '已写入' }).waitFor();
  });

  test('a school places them into a class and a workshop and hands out the codes', async () => {
    const page = await signIn('school_admin');
    await enter(page, '班级');
    await page.getByRole('button', { name: '新建班级' }).click();
    await page.getByRole('dialog').getByLabel('班级名称').fill(CLASS);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: CLASS }).click();
    await seat(page);
    await act(page, '提交批准');
    await page.locator('.badge', { hasText: '待批准' }).waitFor();
    await accessible(page, 'the class');

    await enter(page, '工作坊');
    await page.getByRole('button', { name: '新建工作坊' }).click();
    const made = page.getByRole('dialog');
    await made.getByLabel('类别').selectOption('general');
    await made.getByLabel('坊名').fill(WORKSHOP);
    // A second workshop of a family needs its reason.
    await made.getByLabel('理由').fill('科学教师单独研修。');
    await made.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: WORKSHOP }).click();
    await seat(page);
    await page.getByRole('button', { name: '指定坊主' }).click();
    const named = page.getByRole('dialog');
    await named.getByRole('searchbox').fill(leader.no);
    await named.getByRole('radio', { name: leader.name }).check();
    await accessible(page, 'naming a leader');
    await named.getByRole('button', { name: '确定' }).click();
    await page.getByRole('main').getByText(leader.name).first().waitFor();

    const codes = await slips(page, 'FY900', [author.name, leader.name]);
    for (const one of [author, leader]) {
      const slip = codes.get(one.name);
      expect(slip).toBeDefined();
      const home = await activate(slip?.login ?? '', slip?.code ?? '', one.password);
      await home.getByText('接下来').waitFor();
      await accessible(home, `home of ${one.name}`);
    }
  });

  test('the county approves the class and appoints three experts of other schools', async () => {
    const page = await signIn('county_admin');
    await enter(page, '班级');
    await pick(page, '名称或编号', CLASS);
    await act(page, '批准');
    await page.locator('.badge', { hasText: '已批准' }).waitFor();
    const county = inject('accounts').find((one) => one.role === 'county_admin');
    const project = page.url().match(/projects\/([0-9a-f-]+)/)?.[1] ?? '';
    const list = await api<{ items: Person[] }>(inject('base'), county ?? { login: '', password: '' }, `/projects/${project}/enrollments?subject=KX&limit=200`);
    const others = list.items.filter((one) => one.school_name !== SCHOOL && list.items.filter((other) => other.name === one.name).length === 1);
    for (const [place, expert] of experts.entries()) {
      const person = others[place];
      expect(person).toBeDefined();
      Object.assign(expert, { name: person?.name, no: person?.trainee_no, login: person?.trainee_no, password: 'a red kite over the hills 7' });
      await enter(page, '任职与授权');
      await page.getByRole('button', { name: '授予角色' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('输入姓名查找').fill(expert.no);
      await dialog.getByRole('radio', { name: new RegExp(`${expert.name}.*${person?.school_name}.*${expert.no}`) }).check();
      await dialog.getByLabel('角色').selectOption({ label: '学科专家' });
      await dialog.getByLabel('学科').selectOption('KX');
      await accessible(page, 'appointing');
      await dialog.getByRole('button', { name: '授予角色' }).click();
      await dialog.waitFor({ state: 'detached' });
      const codes = await slips(page, expert.no, [expert.name]);
      const slip = codes.get(expert.name);
      await activate(slip?.login ?? '', slip?.code ?? '', expert.password, false);
    }
  });

  test.each([
    ['platform_operator', second, 'project_team', '项目组'],
    ['project_team', signer, 'county_admin', '县管理员'],
  ] as const)('%s appoints a second person, who signs in first by a code', async (role, fresh, given, name) => {
    const page = await signIn(role);
    await enter(page, '任职与授权');
    await page.getByRole('button', { name: '授予角色' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '新的人员' }).click();
    await dialog.getByLabel('姓名').fill(fresh.name);
    await dialog.getByLabel('手机号').fill(fresh.login);
    await dialog.getByLabel('角色').selectOption({ label: name });
    await dialog.getByRole('button', { name: '授予角色' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('searchbox', { name: '姓名' }).fill(fresh.name);
    await page.getByRole('button', { name: `登录码 ${fresh.name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '制作' }).click();
    const code = await page.getByRole('dialog').locator('.mono.strong').innerText();
    await accessible(page, 'the code');
    await activate(fresh.login, code, fresh.password, false);
    const again = await signInAs(fresh, given);
    await open(again, '/');
    await accessible(again, `home of ${fresh.name}`);
  });
}

/** Puts all three newcomers in, who are the only ones without a place. */
async function seat(page: Awaited<ReturnType<typeof signIn>>) {
  await settled(page);
  await page.getByRole('button', { name: '添加成员' }).first().click();
  const dialog = page.getByRole('dialog');
  for (const one of [author, leader, absent]) await dialog.getByRole('row').filter({ hasText: one.name }).getByRole('checkbox').check();
  await accessible(page, 'choosing members');
  await dialog.getByRole('button', { name: '加入所选 3 人' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('cell', { name: leader.name }).first().waitFor();
}
