import { words } from '@/ui';

export const useCatalog = words(
  'catalog',
  {
    title: '课程目录', lead: '四个模块的课程。每个学科学时达标后才能向学员开放。', tabCourses: '课程', tabAudit: '学时核查', q: '课程名称或代码', name: '课程', code: '代码', subject: '学科', stage: '学段', module: '模块', theme: '主题', hours: '学时', kind: '形式', provider: '课程平台', status: '状态', ability: '能力点', micro: '微能力', platformId: '平台课程号',
    'status.published': '在架', 'status.withdrawn': '已下架', add: '添加课程', edit: '修改课程', import: '导入目录', empty: '目录还是空的', emptyHint: '用“批量导入”上传课程目录，或逐门添加。', withdraw: '下架', withdrawAsk: '下架后不能再选；已提交的方案保留学时，并提示更换。', withdrawn: '已下架', whyWithdrawn: '下架原因',
    courses: '课程数', totalHours: '总学时', need: '有人任教的每个学科须多于 {{n}} 学时', passed: '全部达标，可以发布', notPassed: '还有 {{n}} 个学科学时不足', publish: '发布目录', publishAsk: '发布后学员即可选课。', closes: '选课截止时间', publishedAt: '发布时间', notPublished: '未发布', published: '目录已发布', bySubject: '各学科学时', byModule: '各模块', short: '不足', enough: '达标', untaught: '无人任教', hoursHint: '0.5 的倍数，不超过 100。', closesHint: '不填则沿用项目的截止时间。',
  },
  {
    title: 'Catalogue', lead: 'Courses in four modules. It opens to trainees once every subject has enough hours.', tabCourses: 'Courses', tabAudit: 'Hours', q: 'Title or code', name: 'Course', code: 'Code', subject: 'Subject', stage: 'Stage', module: 'Module', theme: 'Theme', hours: 'Hours', kind: 'Kind', provider: 'Provider', status: 'State', ability: 'Ability point', micro: 'Micro ability', platformId: 'Provider’s id',
    'status.published': 'Offered', 'status.withdrawn': 'Withdrawn', add: 'Add a course', edit: 'Change the course', import: 'Import the catalogue', empty: 'The catalogue is empty', emptyHint: 'Upload it under “Imports”, or add courses one by one.', withdraw: 'Withdraw', withdrawAsk: 'It can no longer be chosen; submitted plans keep its hours and ask for another.', withdrawn: 'Withdrawn', whyWithdrawn: 'Why withdrawn',
    courses: 'Courses', totalHours: 'Hours', need: 'Every subject that somebody teaches needs more than {{n}} hours', passed: 'Enough everywhere; it can be published', notPassed: '{{n}} subjects have too few hours', publish: 'Publish the catalogue', publishAsk: 'From then on trainees choose.', closes: 'Selection closes', publishedAt: 'Published', notPublished: 'Not published', published: 'Published', bySubject: 'Hours by subject', byModule: 'By module', short: 'too few', enough: 'enough', untaught: 'taught by nobody', hoursHint: 'A multiple of 0.5, at most 100.', closesHint: 'Left out, the project’s own deadline stays.',
  },
);
