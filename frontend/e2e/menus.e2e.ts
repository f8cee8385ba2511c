import { describe, test } from 'vitest';
import { accessible, signIn, useBrowser } from './browser';
import { enter } from './job/world';

useBrowser();

describe('the menu of a role', () => {
  test.each([
    ['school_admin', ['线下实践测评', '作业与推优', '学情总览', '选课情况', '班级成绩']],
    ['county_admin', ['线下实践测评', '班级', '资格认定', '报表与名单']],
    ['auditor', ['审计记录', '政策与规则']],
    ['platform_operator', ['组织', '接口客户端', '审计记录']],
    ['project_team', ['课程目录', '作业任务', '资格认定', '报表与名单', '待认领结果']],
  ])('%s finds its work there', async (role, entries) => {
    const page = await signIn(role);
    await accessible(page, `home of ${role}`);
    for (const entry of entries) await enter(page, entry);
  });
});
