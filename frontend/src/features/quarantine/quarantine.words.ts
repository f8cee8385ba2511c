import { words } from '@/ui';

export const useQuarantine = words(
  'quarantine',
  {
    title: '待认领结果', lead: '课程平台送来、却对不上学员或课程的学习结果。指明是谁的、哪门课，就会重新入账。', event: '事件', trainee: '送来的学员编号', course: '送来的课程代码', at: '发生时间', received: '收到时间', reason: '原因', status: '状态',
    'reason.trainee_unknown': '没有这个学员', 'reason.course_unknown': '没有这门课', 'status.open': '待处理', 'status.resolved': '已入账', 'status.discarded': '已舍弃',
    replay: '全部重试', replayed: '重试 {{tried}} 条：入账 {{placed}} 条，仍待处理 {{waiting}} 条', resolve: '处理', meantTrainee: '实际学员编号', meantCourse: '实际课程代码', keep: '留空则按送来的值', book: '入账', booked: '已入账', discard: '舍弃', discardAsk: '舍弃后不再入账。', discarded: '已舍弃', empty: '没有待认领的结果', emptyHint: '课程平台送来的结果都已入账。',
  },
  {
    title: 'Quarantine', lead: 'Results from the course platform whose trainee or course is unknown. Say whom or what they meant and they are booked.', event: 'Event', trainee: 'Trainee as delivered', course: 'Course as delivered', at: 'Happened', received: 'Received', reason: 'Why', status: 'State',
    'reason.trainee_unknown': 'No such trainee', 'reason.course_unknown': 'No such course', 'status.open': 'Waiting', 'status.resolved': 'Booked', 'status.discarded': 'Discarded',
    replay: 'Try all again', replayed: 'Tried {{tried}}: {{placed}} booked, {{waiting}} still waiting', resolve: 'Resolve', meantTrainee: 'Trainee number meant', meantCourse: 'Course code meant', keep: 'Left empty, what was delivered stays.', book: 'Book', booked: 'Booked', discard: 'Discard', discardAsk: 'It will never be booked.', discarded: 'Discarded', empty: 'Nothing waits', emptyHint: 'Everything the course platform sent is booked.',
  },
);
