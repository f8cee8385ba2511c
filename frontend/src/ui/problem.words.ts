import { words } from './words';

/** Kinds of problems and rules that stand in the way, by the server's stable codes. */
export const useProblems = words(
  'problems',
  {
    'validation-failed': '有些内容填写得不对，请看标红的地方。', 'invalid-cursor': '列表已变化，请重新载入。', 'invalid-credentials': '账号或密码不对。',
    'too-many-attempts': '尝试次数太多，请稍后再试。', 'weak-password': '密码太容易被猜到：至少 12 个字符，不含姓名或号码。', 'step-up-required': '需要再次输入密码。',
    forbidden: '您当前的角色不能这样做。可以在右上角切换角色，或请上级管理员办理。', 'field-forbidden': '这一项不由您修改。', 'self-dealing': '不能处理与自己有关的事项，请由他人办理。',
    'four-eyes-required': '需要另一个人来确认。', 'not-found': '没有找到，可能已被移走，或者您看不到它。', 'invalid-transition': '当前状态下不能这样做，请重新载入看最新情况。',
    duplicate: '已经存在同样的记录。', 'capacity-exceeded': '名额已满。', 'quota-exceeded': '配额已用完。', 'score-locked': '成绩已锁定，不能再改。', 'window-closed': '办理时间已过。',
    'precondition-failed': '别人刚刚改过，请重新载入后再改。', 'precondition-required': '请重新载入后再改。', 'content-too-large': '内容太大。', 'unsupported-file-type': '不支持这种文件。',
    'archive-rejected': '压缩包被拒绝。', 'import-rejected': '文件被拒绝。', 'link-invalid': '链接无效。', 'link-expired': '链接已过期。', 'rate-limited': '操作太频繁，请稍后再试。',
    overloaded: '服务器正忙，请稍后再试。', 'storage-full': '服务器空间不足，请联系平台运维。', 'idempotency-key-reused': '请求重复，请重新载入。', 'malformed-request': '请求无法识别。',
    unauthenticated: '请先登录。', internal: '服务器出错了，已经记录。', unreachable: '连不上服务器，请检查网络后重试。', 'request-timeout': '网络太慢，请重试。',
    reason_required: '请写明理由。', class_full: '班级人数已满。', class_too_small: '班级人数不足。', too_many_workshops: '超过每校工作坊数量的建议上限。', family_taken: '这个学科类别已有工作坊。',
    already_enrolled: '已在其他班级。', school_mismatch: '学校不一致。', subject_mismatch: '学科不一致。', invalid_transition: '当前状态下不能这样做。', consent_required: '请先同意。',
    code_invalid: '激活码不对或已用过。', password_wrong: '当前密码不对。', hours_short: '学时还不够 50。', module_missing: '还有模块没有选课。', duplicate_selection: '已经选过这门课。',
    project_closed: '项目已结束，不能再改。', no_phases: '请先添加研修阶段。', phase_without_modules: '有阶段还没有绑定模块。', phase_without_activities: '有阶段还没有绑定活动。', phase_without_grade_components: '有阶段还没有绑定成绩项。', already_active: '已经激活。', account_suspended: '账号已停用。', not_above: '需由更上级的管理员办理。', login_unknown: '没有这个账号。',
    too_short: '太短。', too_long: '太长。', out_of_range: '超出范围。', unknown_field: '多余的字段。', required: '请填写。', length: '长度不合要求。', range: '超出范围。',
  },
  {
    'validation-failed': 'Some values are wrong; see the marked fields.', 'invalid-cursor': 'The list has changed; reload it.', 'invalid-credentials': 'The account or the password is wrong.',
    'too-many-attempts': 'Too many attempts; try again later.', 'weak-password': 'Too easy to guess: at least 12 characters, without your name or number.', 'step-up-required': 'Your password is needed again.',
    forbidden: 'Your present role cannot do this. Switch the role at the top, or ask an administrator above you.', 'field-forbidden': 'This field is not yours to change.', 'self-dealing': 'Nobody decides on their own matters; somebody else has to.',
    'four-eyes-required': 'A second person has to confirm this.', 'not-found': 'Not found: it may have moved, or you cannot see it.', 'invalid-transition': 'Not possible in this state; reload to see how it stands.',
    duplicate: 'This exists already.', 'capacity-exceeded': 'No room is left.', 'quota-exceeded': 'The quota is used up.', 'score-locked': 'The score is locked.', 'window-closed': 'The time for this is over.',
    'precondition-failed': 'Somebody changed it just now. Reload, then change it.', 'precondition-required': 'Reload, then change it.', 'content-too-large': 'That is too large.', 'unsupported-file-type': 'This kind of file is not taken.',
    'archive-rejected': 'The archive is refused.', 'import-rejected': 'The file is refused.', 'link-invalid': 'The link is not valid.', 'link-expired': 'The link has run out.', 'rate-limited': 'Too many requests; try again shortly.',
    overloaded: 'The server is busy; try again shortly.', 'storage-full': 'The server has no space left; tell whoever runs it.', 'idempotency-key-reused': 'A repeated request; reload.', 'malformed-request': 'The request cannot be read.',
    unauthenticated: 'Please sign in.', internal: 'The server failed; it has been noted.', unreachable: 'The server cannot be reached. Check the network and try again.', 'request-timeout': 'The network is too slow; try again.',
    reason_required: 'Say why.', class_full: 'The class is full.', class_too_small: 'The class is too small.', too_many_workshops: 'More workshops than the recommendation for one school.', family_taken: 'There is a workshop of this family already.',
    already_enrolled: 'Already in another class.', school_mismatch: 'Another school.', subject_mismatch: 'Another subject.', invalid_transition: 'Not possible in this state.', consent_required: 'Please agree first.',
    code_invalid: 'The activation code is wrong or was used.', password_wrong: 'That is not your present password.', hours_short: 'Fewer than 50 hours so far.', module_missing: 'A module has no course yet.', duplicate_selection: 'Chosen already.',
    project_closed: 'The project is closed.', no_phases: 'Add a phase first.', phase_without_modules: 'A phase binds no module yet.', phase_without_activities: 'A phase binds no activity yet.', phase_without_grade_components: 'A phase binds no part of the grade yet.', already_active: 'Active already.', account_suspended: 'The account is suspended.', not_above: 'Somebody above you has to do this.', login_unknown: 'No such account.',
    too_short: 'Too short.', too_long: 'Too long.', out_of_range: 'Out of range.', unknown_field: 'An unknown field.', required: 'Please fill this in.', length: 'The length is wrong.', range: 'Out of range.',
  },
);
