import type { Choice } from './fields';
import { words } from './words';

/** The field's own terms for the codes of the API, by kind. Kind and code make the key. */
const useTerms = words(
  'terms',
  {
    'stage.kindergarten': '幼儿园', 'stage.primary': '小学', 'stage.junior': '初中', 'stage.senior': '高中', 'stage.vocational': '中职', 'stage.special': '特教', 'stage.general': '通用',
    'family.chinese': '语文坊', 'family.math': '数学坊', 'family.english': '英语坊', 'family.science': '理科坊', 'family.humanities': '文科坊', 'family.general': '综合坊',
    'class.independent': '独立班', 'class.joint': '联片班',
    'subject.YW': '语文', 'subject.SX': '数学', 'subject.YY': '英语', 'subject.WL': '物理', 'subject.HX': '化学', 'subject.SW': '生物', 'subject.ZZ': '道德与法治', 'subject.LS': '历史', 'subject.DL': '地理', 'subject.YL': '音乐', 'subject.TY': '体育与健康', 'subject.MS': '美术', 'subject.XX': '信息技术', 'subject.KX': '科学', 'subject.ZH': '综合实践活动',
    'organization.province': '省', 'organization.city': '市', 'organization.county': '县', 'organization.town': '乡镇', 'organization.school': '学校',
    'project.draft': '草稿', 'project.published': '已发布', 'project.running': '进行中', 'project.closing': '收尾', 'project.closed': '已结束', 'project.archived': '已归档',
    'enrollment.imported': '已导入', 'enrollment.invited': '待激活', 'enrollment.activated': '已激活', 'enrollment.placed': '已编班', 'enrollment.active': '在训', 'enrollment.completed': '已完成', 'enrollment.make_up': '补训', 'enrollment.transferred': '已调出', 'enrollment.deferred': '缓训', 'enrollment.withdrawn': '退出', 'enrollment.exempted': '免训',
    'level.national': '国培', 'level.provincial': '省培', 'level.city': '市培', 'level.county': '县培', 'level.school': '校本', 'programme.itaa_1': '能力提升工程 1.0', 'programme.itaa_2': '能力提升工程 2.0',
    'appointment.active': '在任', 'appointment.suspended': '暂停', 'appointment.ended': '已结束', 'appointment.pending': '未开始',
    'gender.male': '男', 'gender.female': '女', 'module.1': '模块一', 'module.2': '模块二', 'module.3': '模块三', 'module.4': '模块四',
  },
  {
    'stage.kindergarten': 'Kindergarten', 'stage.primary': 'Primary', 'stage.junior': 'Junior', 'stage.senior': 'Senior', 'stage.vocational': 'Vocational', 'stage.special': 'Special', 'stage.general': 'General',
    'family.chinese': 'Chinese', 'family.math': 'Maths', 'family.english': 'English', 'family.science': 'Science', 'family.humanities': 'Humanities', 'family.general': 'General',
    'class.independent': 'Independent', 'class.joint': 'Joint',
    'subject.YW': 'Chinese', 'subject.SX': 'Maths', 'subject.YY': 'English', 'subject.WL': 'Physics', 'subject.HX': 'Chemistry', 'subject.SW': 'Biology', 'subject.ZZ': 'Morality and law', 'subject.LS': 'History', 'subject.DL': 'Geography', 'subject.YL': 'Music', 'subject.TY': 'PE and health', 'subject.MS': 'Art', 'subject.XX': 'IT', 'subject.KX': 'Science', 'subject.ZH': 'Practical activities',
    'organization.province': 'Province', 'organization.city': 'City', 'organization.county': 'County', 'organization.town': 'Town', 'organization.school': 'School',
    'project.draft': 'Draft', 'project.published': 'Published', 'project.running': 'Running', 'project.closing': 'Closing', 'project.closed': 'Closed', 'project.archived': 'Archived',
    'enrollment.imported': 'Imported', 'enrollment.invited': 'Invited', 'enrollment.activated': 'Activated', 'enrollment.placed': 'Placed', 'enrollment.active': 'Active', 'enrollment.completed': 'Completed', 'enrollment.make_up': 'Making up', 'enrollment.transferred': 'Transferred', 'enrollment.deferred': 'Deferred', 'enrollment.withdrawn': 'Withdrawn', 'enrollment.exempted': 'Exempted',
    'level.national': 'National', 'level.provincial': 'Provincial', 'level.city': 'City', 'level.county': 'County', 'level.school': 'School', 'programme.itaa_1': 'Programme 1.0', 'programme.itaa_2': 'Programme 2.0',
    'appointment.active': 'In office', 'appointment.suspended': 'Suspended', 'appointment.ended': 'Ended', 'appointment.pending': 'Not begun',
    'gender.male': 'Male', 'gender.female': 'Female', 'module.1': 'Module 1', 'module.2': 'Module 2', 'module.3': 'Module 3', 'module.4': 'Module 4',
  },
);

/** `label('stage', 'primary')` → 小学; the code itself where no term is known. */
export function useLabel() {
  const t = useTerms();
  return (kind: string, code: string | number | null | undefined) => (code === null || code === undefined || code === '' ? '—' : t.code(`${kind}.${code}`, String(code)));
}

export function useChoices() {
  const label = useLabel();
  return (kind: string, codes: readonly string[]): Choice[] => codes.map((value) => ({ value, label: label(kind, value) }));
}
