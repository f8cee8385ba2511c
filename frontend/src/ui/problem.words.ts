import { words } from './words';

/** Kinds of problems, by the server's stable codes; the rules behind them are in `rules.words.ts`. */
export const useProblems = words(
  'problems',
  {
    'validation-failed': '有些内容填写得不对，请看标红的地方。', 'invalid-cursor': '列表已变化，请重新载入。', 'invalid-credentials': '账号或密码不对。',
    'too-many-attempts': '尝试次数太多，请稍后再试。', 'wait.too-many-attempts': '输错次数太多，{{wait}}后可以再试。忘记密码的，请找上级管理员领取重置码。', 'wait.rate-limited': '操作太频繁，{{wait}}后再试。', seconds: ' {{n}} 秒', minutes: ' {{n}} 分钟', 'weak-password': '密码太容易被猜到：至少 12 个字符，不含姓名或号码。', 'step-up-required': '需要再次输入密码。',
    forbidden: '您当前的角色不能这样做。可以在右上角切换角色，或请上级管理员办理。', 'field-forbidden': '这一项不由您修改。', 'self-dealing': '不能处理与自己有关的事项，请由他人办理。',
    'four-eyes-required': '需要另一个人来确认。', 'not-found': '没有找到，可能已被移走，或者您看不到它。', 'invalid-transition': '当前状态下不能这样做，请重新载入看最新情况。',
    duplicate: '已经存在同样的记录。', 'capacity-exceeded': '名额已满。', 'quota-exceeded': '配额已用完。', 'score-locked': '成绩已锁定，不能再改。', 'window-closed': '办理时间已过。',
    'precondition-failed': '别人刚刚改过，请重新载入后再改。', 'precondition-required': '请重新载入后再改。', 'content-too-large': '内容太大。', 'unsupported-file-type': '不支持这种文件。',
    'archive-rejected': '压缩包被拒绝。', 'import-rejected': '文件被拒绝。', 'link-invalid': '链接无效。', 'link-expired': '链接已过期。', 'file-missing': '文件内容已不在服务器上，请联系平台运维从备份中恢复。', 'rate-limited': '操作太频繁，请稍后再试。',
    overloaded: '服务器正忙，请稍后再试。', 'storage-full': '服务器空间不足，请联系平台运维。', 'idempotency-key-reused': '请求重复，请重新载入。', 'malformed-request': '请求无法识别。',
    unauthenticated: '请先登录。', internal: '服务器出错了，已经记录。', unreachable: '连不上服务器，请检查网络后重试。', 'request-timeout': '网络太慢，请重试。',
    'method-not-allowed': '这个地址不支持这种操作。', 'not-acceptable': '没有这种格式可选。', 'uri-too-long': '筛选条件太长，请减少一些。', 'unsupported-media-type': '不支持这种内容。', 'range-not-satisfiable': '文件没有这一部分，请重新下载。', 'headers-too-large': '请求太大，请清除浏览器的 Cookie 后重试。',
  },
  {
    'validation-failed': 'Some values are wrong; see the marked fields.', 'invalid-cursor': 'The list has changed; reload it.', 'invalid-credentials': 'The account or the password is wrong.',
    'too-many-attempts': 'Too many attempts; try again later.', 'wait.too-many-attempts': 'Too many wrong attempts; try again in {{wait}}. If you forgot the password, an administrator above you has a reset code.', 'wait.rate-limited': 'Too many requests; try again in {{wait}}.', seconds: '{{n}} seconds', minutes: '{{n}} minutes', 'weak-password': 'Too easy to guess: at least 12 characters, without your name or number.', 'step-up-required': 'Your password is needed again.',
    forbidden: 'Your present role cannot do this. Switch the role at the top, or ask an administrator above you.', 'field-forbidden': 'This field is not yours to change.', 'self-dealing': 'Nobody decides on their own matters; somebody else has to.',
    'four-eyes-required': 'A second person has to confirm this.', 'not-found': 'Not found: it may have moved, or you cannot see it.', 'invalid-transition': 'Not possible in this state; reload to see how it stands.',
    duplicate: 'This exists already.', 'capacity-exceeded': 'No room is left.', 'quota-exceeded': 'The quota is used up.', 'score-locked': 'The score is locked.', 'window-closed': 'The time for this is over.',
    'precondition-failed': 'Somebody changed it just now. Reload, then change it.', 'precondition-required': 'Reload, then change it.', 'content-too-large': 'That is too large.', 'unsupported-file-type': 'This kind of file is not taken.',
    'archive-rejected': 'The archive is refused.', 'import-rejected': 'The file is refused.', 'link-invalid': 'The link is not valid.', 'link-expired': 'The link has run out.', 'file-missing': 'The file is no longer on the server; ask whoever runs it for a backup.', 'rate-limited': 'Too many requests; try again shortly.',
    overloaded: 'The server is busy; try again shortly.', 'storage-full': 'The server has no space left; tell whoever runs it.', 'idempotency-key-reused': 'A repeated request; reload.', 'malformed-request': 'The request cannot be read.',
    unauthenticated: 'Please sign in.', internal: 'The server failed; it has been noted.', unreachable: 'The server cannot be reached. Check the network and try again.', 'request-timeout': 'The network is too slow; try again.',
    'method-not-allowed': 'This address does not take that.', 'not-acceptable': 'This format is not on offer.', 'uri-too-long': 'Too many filters; use fewer.', 'unsupported-media-type': 'This kind of content is not taken.', 'range-not-satisfiable': 'The file has no such part; download it again.', 'headers-too-large': 'The request is too large; clear the cookies and try again.',
  },
);
