import type { Choice } from './fields';
import { words } from './words';

/** The field's own terms for the codes of the API, by kind. Kind and code make the key. */
const useTerms = words(
  'terms',
  {
    'stage.kindergarten': '幼儿园', 'stage.primary': '小学', 'stage.junior': '初中', 'stage.senior': '高中', 'stage.vocational': '中职', 'stage.special': '特教', 'stage.general': '通用',
    'family.chinese': '语文坊', 'family.math': '数学坊', 'family.english': '英语坊', 'family.science': '理科坊', 'family.humanities': '文科坊', 'family.general': '综合坊',
    'class.independent': '独立班', 'class.joint': '联片班',
    'subject.chinese': '语文', 'subject.math': '数学', 'subject.english': '英语', 'subject.physics': '物理', 'subject.chemistry': '化学', 'subject.biology': '生物', 'subject.politics': '政治', 'subject.history': '历史', 'subject.geography': '地理', 'subject.music': '音乐', 'subject.art': '美术', 'subject.pe': '体育', 'subject.it': '信息技术', 'subject.science': '科学', 'subject.preschool': '学前教育', 'subject.morality': '道德与法治', 'subject.practice': '综合实践', 'subject.psychology': '心理健康', 'subject.general': '通用',
    'organization.province': '省', 'organization.city': '市', 'organization.county': '县', 'organization.town': '乡镇', 'organization.school': '学校',
    'project.draft': '草稿', 'project.published': '已发布', 'project.running': '进行中', 'project.closing': '收尾', 'project.closed': '已结束', 'project.archived': '已归档',
    'enrollment.enrolled': '未激活', 'enrollment.active': '在训', 'enrollment.suspended': '暂停', 'enrollment.withdrawn': '退出', 'enrollment.transferred': '调出', 'enrollment.deferred': '缓训', 'enrollment.exempted': '免训', 'enrollment.completed': '结业', 'enrollment.removed': '移出',
    'gender.male': '男', 'gender.female': '女', 'module.1': '模块一', 'module.2': '模块二', 'module.3': '模块三', 'module.4': '模块四',
  },
  {
    'stage.kindergarten': 'Kindergarten', 'stage.primary': 'Primary', 'stage.junior': 'Junior', 'stage.senior': 'Senior', 'stage.vocational': 'Vocational', 'stage.special': 'Special', 'stage.general': 'General',
    'family.chinese': 'Chinese', 'family.math': 'Maths', 'family.english': 'English', 'family.science': 'Science', 'family.humanities': 'Humanities', 'family.general': 'General',
    'class.independent': 'Independent', 'class.joint': 'Joint',
    'subject.chinese': 'Chinese', 'subject.math': 'Maths', 'subject.english': 'English', 'subject.physics': 'Physics', 'subject.chemistry': 'Chemistry', 'subject.biology': 'Biology', 'subject.politics': 'Politics', 'subject.history': 'History', 'subject.geography': 'Geography', 'subject.music': 'Music', 'subject.art': 'Art', 'subject.pe': 'PE', 'subject.it': 'IT', 'subject.science': 'Science', 'subject.preschool': 'Preschool', 'subject.morality': 'Morality and law', 'subject.practice': 'Practical activities', 'subject.psychology': 'Psychology', 'subject.general': 'General',
    'organization.province': 'Province', 'organization.city': 'City', 'organization.county': 'County', 'organization.town': 'Town', 'organization.school': 'School',
    'project.draft': 'Draft', 'project.published': 'Published', 'project.running': 'Running', 'project.closing': 'Closing', 'project.closed': 'Closed', 'project.archived': 'Archived',
    'enrollment.enrolled': 'Not activated', 'enrollment.active': 'Active', 'enrollment.suspended': 'Suspended', 'enrollment.withdrawn': 'Withdrawn', 'enrollment.transferred': 'Transferred', 'enrollment.deferred': 'Deferred', 'enrollment.exempted': 'Exempted', 'enrollment.completed': 'Completed', 'enrollment.removed': 'Removed',
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
