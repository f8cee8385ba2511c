import { words } from '@/ui';

export const useLibrary = words(
  'library',
  {
    work: '作品', title: '成果库', lead: '经校、区域、展评推优入库的作品，可学习、可下载。', q: '作品或作者', level: '级别', kind: '类型', subject: '学科', sort: '排序', newest: '最新入库', byTitle: '按名称', empty: '还没有作品', emptyHint: '作品经展评入库后会出现在这里。', author: '作者', school: '学校', published: '入库时间', licence: '许可', expertScore: '专家评分', files: '附件', way: '推优经过', download: '下载', noFiles: '没有附件',
    'level.school': '校级', 'level.county': '县级', 'level.project': '项目级', 'kind.micro_lesson': '微课例', 'kind.lesson_diagnosis': '课例诊断', 'kind.lesson_plan': '教学设计', 'kind.courseware': '课件', 'kind.other': '其他', 'status.take_down_requested': '申请下架中', 'status.taken_down': '已下架',
    take_down: '下架', request_take_down: '申请下架', takeDownAsk: '下架后其他人看不到这个作品。', asked: '已提交', 'step.submit': '提交', 'step.recommend': '推优', 'step.push': '推送', 'step.publish': '入库', 'step.return': '退回', 'step.take_down': '下架',
  },
  {
    work: 'Work', title: 'Library', lead: 'Works that climbed by school, region and exhibition, to learn from and to download.', q: 'Work or author', level: 'Level', kind: 'Kind', subject: 'Subject', sort: 'Sort', newest: 'Newest', byTitle: 'By title', empty: 'No works yet', emptyHint: 'They appear once the exhibition has taken them in.', author: 'Author', school: 'School', published: 'In the library since', licence: 'Licence', expertScore: 'Experts’ mark', files: 'Files', way: 'Its way', download: 'Download', noFiles: 'No files',
    'level.school': 'School', 'level.county': 'County', 'level.project': 'Project', 'kind.micro_lesson': 'Micro lesson', 'kind.lesson_diagnosis': 'Lesson diagnosis', 'kind.lesson_plan': 'Lesson plan', 'kind.courseware': 'Courseware', 'kind.other': 'Other', 'status.take_down_requested': 'Take-down asked for', 'status.taken_down': 'Taken down',
    take_down: 'Take down', request_take_down: 'Ask to take it down', takeDownAsk: 'Nobody else sees it any more.', asked: 'Sent', 'step.submit': 'Handed in', 'step.recommend': 'Recommended', 'step.push': 'Pushed', 'step.publish': 'Published', 'step.return': 'Returned', 'step.take_down': 'Taken down',
  },
);
