import { words } from '@/ui';

export const useGradeTable = words(
  'grade-table',
  {
    total: '总分', 'part.root': '总分', 'part.total': '总分', 'part.online': '网络研修', 'part.offline': '线下实践', below: '未达到', notYet: '未出', hours: '学时', homework: '作业', classTitle: '班级成绩', classLead: '按政策的成绩结构逐项列出；点姓名看每一分的来历。', class: '班级', no: '学员编号', person: '姓名', school: '学校', online: '网络成绩', offline: '线下成绩', choose: '选择班级', none: '没有班级', noneHint: '组班后这里按班显示成绩。',
  },
  {
    total: 'Total', 'part.root': 'Total', 'part.total': 'Total', 'part.online': 'Online study', 'part.offline': 'Practice', below: 'not reached', notYet: 'none yet', hours: 'Hours', homework: 'Homework', classTitle: 'Grades of a class', classLead: 'Part by part as the policy says; choose a name for where each point comes from.', class: 'Class', no: 'No.', person: 'Name', school: 'School', online: 'Online', offline: 'Practice', choose: 'Choose a class', none: 'No classes', noneHint: 'Grades stand here class by class once classes are formed.',
  },
);
