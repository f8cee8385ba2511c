import { words } from './words';

export const useCommon = words(
  'common',
  {
    roleSwitched: '已切换为{{role}}', save: '保存', cancel: '取消', close: '关闭', create: '新建', edit: '修改', remove: '删除', confirm: '确定', add: '添加', back: '返回',
    search: '搜索', retry: '重试', reload: '重新载入', loadMore: '加载更多', loading: '正在载入', all: '全部', none: '无', yes: '是', no: '否',
    export: '导出', columns: '列', undo: '撤销', done: '已完成', saved: '已保存', copied: '已复制', copy: '复制', print: '打印', details: '详情',
    required: '必填', optional: '选填', reason: '理由', reasonHint: '理由会让当事人看到，请写明白。', empty: '暂无数据', emptyFiltered: '没有符合筛选条件的记录。',
    clearFilters: '清除筛选', total: '共 {{n}} 条', loaded: '已载入 {{n}} 条', selected: '已选 {{n}} 条', selectAll: '全选', selectRow: '选择此行',
    sortBy: '按{{name}}排序', filters: '筛选', asTable: '查看数据表', more: '更多', actions: '操作', whyNot: '为什么不能操作',
    wentWrong: '页面出错了', wentWrongHint: '请重新载入；如果还是这样，把下面的编号告诉平台运维人员。', offline: '连不上服务器，请检查网络后重试。',
    notFound: '这里没有内容', notFoundHint: '可能已被移走，或者您当前的角色看不到它。', toHome: '回到首页', requestId: '编号 {{id}}',
    password: '密码', passwordAgain: '请再次输入密码', passwordAgainHint: '这一步关系到个人信息或安全，请再输入一次您的密码。五分钟内不再询问。',
    pickSearch: '按姓名、学校或学科查找', picked: '已选 {{n}} 人', pickOut: '移除{{name}}', pickNobody: '没有符合的人。', pickMore: '只列出前 {{n}} 人，请输入姓名缩小范围。', sameSubject: '同学科', otherSubjects: '其他', atTimes: '必要时填写', closeToast: '关闭提示',
    chooseFile: '选择文件', dropFile: '把文件拖到这里，或点击选择', name: '姓名', status: '状态', time: '时间', unsaved: '还有未保存的修改', wrongPassword: '密码不对，请再试一次。', nth: '第 {{n}} 项：', scrollAside: '← 左右滑动，看其余各列 →', printing: '正在备齐全部行…', views: '常用筛选', keepView: '保存当前筛选', viewName: '名称', viewHint: '只保存在这个浏览器里；输入的文字（如姓名）不保存。', exportDone: '已导出 {{n}} 行', exportCut: '行数太多，只导出了前 {{n}} 行，请加上筛选后再导出。', exportHint: '导出当前筛选和排序下的全部行、当前显示的列',
  },
  {
    roleSwitched: 'You now act as {{role}}', save: 'Save', cancel: 'Cancel', close: 'Close', create: 'New', edit: 'Edit', remove: 'Remove', confirm: 'Confirm', add: 'Add', back: 'Back',
    search: 'Search', retry: 'Try again', reload: 'Reload', loadMore: 'Load more', loading: 'Loading', all: 'All', none: 'None', yes: 'Yes', no: 'No',
    export: 'Export', columns: 'Columns', undo: 'Undo', done: 'Done', saved: 'Saved', copied: 'Copied', copy: 'Copy', print: 'Print', details: 'Details',
    required: 'required', optional: 'optional', reason: 'Reason', reasonHint: 'The person concerned will read it.', empty: 'Nothing here yet', emptyFiltered: 'Nothing matches these filters.',
    clearFilters: 'Clear filters', total: '{{n}} in all', loaded: '{{n}} loaded', selected: '{{n}} selected', selectAll: 'Select all', selectRow: 'Select this row',
    sortBy: 'Sort by {{name}}', filters: 'Filters', asTable: 'Show the numbers', more: 'More', actions: 'Actions', whyNot: 'Why not?',
    wentWrong: 'This page failed', wentWrongHint: 'Reload it; if it fails again, give this number to whoever runs the platform.', offline: 'The server cannot be reached. Check the network and try again.',
    notFound: 'Nothing here', notFoundHint: 'It may have moved, or your present role cannot see it.', toHome: 'Home', requestId: 'No. {{id}}',
    password: 'Password', passwordAgain: 'Your password again', passwordAgainHint: 'This concerns personal data or security. You will not be asked again for five minutes.',
    pickSearch: 'Find by name, school or subject', picked: '{{n}} chosen', pickOut: 'Take {{name}} out', pickNobody: 'Nobody fits.', pickMore: 'Only the first {{n}} are listed; type a name.', sameSubject: 'The same subject', otherSubjects: 'Others', atTimes: 'where needed', closeToast: 'Close this notice',
    chooseFile: 'Choose a file', dropFile: 'Drop a file here, or click to choose', name: 'Name', status: 'State', time: 'Time', unsaved: 'There are unsaved changes', wrongPassword: 'That is not the password. Try again.', nth: 'No. {{n}}: ', scrollAside: '← Scroll sideways for the other columns →', printing: 'Gathering every row…', views: 'Saved filters', keepView: 'Save these filters', viewName: 'Name', viewHint: 'Kept in this browser only; what you typed (a name, say) is not kept.', exportDone: '{{n}} rows exported', exportCut: 'Too many rows: only the first {{n}} were exported. Filter them and export again.', exportHint: 'All rows of these filters in this order, with the columns shown',
  },
);
