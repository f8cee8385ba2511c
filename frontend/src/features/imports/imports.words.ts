import { words } from '@/ui';

export const useImports = words(
  'imports',
  {
    title: '批量导入', lead: '先检查、后写入：上传后逐行核对，确认无误再提交；提交后没有被别处用到之前可以撤销。', new: '导入文件', newTitle: '导入文件', history: '导入记录',
    empty: '还没有导入过文件', emptyHint: '从“导入文件”开始：选类别、下载模板、上传表格。', kind: '类别', file: '文件', at: '上传时间', rows: '行数', okRows: '通过', rejected: '有误', status: '状态',
    pickKind: '导入什么？', template: '下载模板', templateHint: '模板自带字典页，身份证号等列已设为文本格式。', upload: '上传文件', uploadHint: 'xlsx 或 csv（UTF-8、GB18030 均可），不超过 64 MB。表头上方可以有标题，列的顺序不限。',
    uploading: '正在上传 {{name}}', step1: '选择类别', step2: '上传并检查', step3: '核对结果', step4: '写入',
    checking: '正在检查', checkingHint: '可以离开此页，稍后在导入记录里查看。', progress: '已检查', 'status.checking': '检查中', 'status.checked': '待提交', 'status.refused': '文件被拒绝', 'status.failed': '检查失败', 'status.committed': '已写入', 'status.undone': '已撤销',
    created: '新增', updated: '更新', unchanged: '无变化', skipped: '跳过', warned: '有提醒', whyRefused: '文件被拒绝，没有写入任何内容', commit: '写入通过的 {{n}} 行', commitAsk: '有 {{n}} 行有误，不会写入。仍要写入通过的行吗？', commitNow: '写入',
    committed: '已写入', undo: '撤销这次导入', undoAsk: '撤销后恢复到导入之前。被别处用到的记录不能撤销。', undone: '已撤销', errorBook: '下载错误表', errorBookHint: '原表加“错误原因”列，改好后重新上传即可。',
    nothing: '与现有数据完全一致，没有需要写入的内容。', line: '行', what: '内容', verdict: '结果', change: '变化', reasons: '原因', 'verdict.ok': '通过', 'verdict.rejected': '有误', 'verdict.skipped': '跳过', 'change.created': '新增', 'change.updated': '更新', 'change.unchanged': '无变化', 'change.none': '—',
    tabAll: '全部', again: '再导入一个文件', result: '逐行结果', checkedAt: '检查完成', committedAt: '写入时间', undoneAt: '撤销时间', noneInTab: '没有这样的行。', threshold: '这份文件会改动 {{n}} 条已有记录，比例很大，可能传错了文件。请核对“更新”的行再写入。', thresholdAsk: '将改动 {{n}} 条已有记录，比例很大。确认是这份文件吗？',
    'kind.schools': '学校', 'kind.roster': '学员名册', 'kind.classes': '班级', 'kind.class_members': '班级成员', 'kind.workshops': '工作坊', 'kind.staff': '管理与指导人员', 'kind.catalog': '课程目录', 'kind.selections': '选课', 'kind.online_progress': '网络研修进度', 'kind.online_scores': '网络研修成绩', 'kind.practice_scores': '线下实践成绩', 'kind.homework': '作业成果',
    'about.schools': '学校标识码、名称、学段与乡镇', 'about.roster': '姓名、身份证号、手机、单位、学科学段', 'about.classes': '独立班与联片班', 'about.class_members': '学员编入班级', 'about.workshops': '学科坊与坊主', 'about.staff': '管理员、坊主、专家的角色', 'about.catalog': '四个模块的课程', 'about.selections': '学员的选课方案', 'about.online_progress': '课程平台的学习事件', 'about.online_scores': '课程平台的最终成绩', 'about.practice_scores': '学校评分与县级评分', 'about.homework': '外部系统的作业及推优过程',
  },
  {
    title: 'Imports', lead: 'Checked first, written second: each row is judged, then you commit; until something depends on it a commit can be undone.', new: 'Import a file', newTitle: 'Import a file', history: 'Earlier imports',
    empty: 'No file has been imported yet', emptyHint: 'Start with “Import a file”: choose the kind, download the template, upload your sheet.', kind: 'Kind', file: 'File', at: 'Uploaded', rows: 'Rows', okRows: 'Good', rejected: 'Wrong', status: 'State',
    pickKind: 'What do you import?', template: 'Download the template', templateHint: 'With dictionary sheets; columns such as ID numbers are typed as text.', upload: 'Upload the file', uploadHint: 'xlsx or csv (UTF-8 or GB18030), at most 64 MB. Titles above the header and any order of columns are fine.',
    uploading: 'Uploading {{name}}', step1: 'Kind', step2: 'Upload and check', step3: 'Look at the result', step4: 'Write',
    checking: 'Checking', checkingHint: 'You may leave this page and find it among the earlier imports.', progress: 'Checked', 'status.checking': 'Checking', 'status.checked': 'To be committed', 'status.refused': 'File refused', 'status.failed': 'Failed', 'status.committed': 'Written', 'status.undone': 'Undone',
    created: 'New', updated: 'Changed', unchanged: 'Unchanged', skipped: 'Skipped', warned: 'With a note', whyRefused: 'The file was refused; nothing was written', commit: 'Write the {{n}} good rows', commitAsk: '{{n}} rows are wrong and will not be written. Write the good ones?', commitNow: 'Write',
    committed: 'Written', undo: 'Undo this import', undoAsk: 'Everything goes back to how it was before. What is used elsewhere cannot be undone.', undone: 'Undone', errorBook: 'Download the error workbook', errorBookHint: 'Your sheet with a column of reasons: mend it and upload it again.',
    nothing: 'Exactly what is there already: nothing to write.', line: 'Line', what: 'Content', verdict: 'Verdict', change: 'Change', reasons: 'Reasons', 'verdict.ok': 'Good', 'verdict.rejected': 'Wrong', 'verdict.skipped': 'Skipped', 'change.created': 'New', 'change.updated': 'Changed', 'change.unchanged': 'Unchanged', 'change.none': '—',
    tabAll: 'All', again: 'Import another file', result: 'Row by row', checkedAt: 'Checked', committedAt: 'Written', undoneAt: 'Undone', noneInTab: 'No such row.', threshold: 'This file would change {{n}} records that exist: very many, so it may be the wrong one. Look at the changed rows before you write.', thresholdAsk: '{{n}} existing records would change, which is very many. Is it the right file?',
    'kind.schools': 'Schools', 'kind.roster': 'Roster', 'kind.classes': 'Classes', 'kind.class_members': 'Class members', 'kind.workshops': 'Workshops', 'kind.staff': 'Staff', 'kind.catalog': 'Catalogue', 'kind.selections': 'Course selections', 'kind.online_progress': 'Online progress', 'kind.online_scores': 'Online scores', 'kind.practice_scores': 'Practice scores', 'kind.homework': 'Homework',
    'about.schools': 'Codes, names, stages and towns', 'about.roster': 'Name, ID number, phone, school, subject', 'about.classes': 'Independent and joint classes', 'about.class_members': 'Trainees into classes', 'about.workshops': 'Workshops and their leaders', 'about.staff': 'Roles of administrators, leaders, experts', 'about.catalog': 'Courses in four modules', 'about.selections': 'Trainees’ course plans', 'about.online_progress': 'Events from the course platform', 'about.online_scores': 'Final scores from the course platform', 'about.practice_scores': 'Scores by school and county', 'about.homework': 'Works of another system with their way',
  },
);
