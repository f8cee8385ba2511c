import { words } from '@/ui';

export const useBackups = words(
  'backups',
  {
    title: '备份', lead: '备份含全部数据和文件，加密保存，备份期间系统照常使用。密钥文件不在其中，请另行保管：没有密钥文件，备份无法恢复。', start: '开始备份', started: '备份已开始', refresh: '刷新', at: '开始时间', ended: '结束时间', state: '状态', running: '进行中', done: '已完成', failed: '失败', size: '大小', mib: '{n} MiB', files: '文件数', download: '下载', remove: '删除', removeAsk: '删除后不能找回。', removed: '已删除',
    empty: '还没有备份', emptyHint: '点“开始备份”做第一份；也可以用命令 tisheng backup 定时备份。', restore: '恢复用命令：停止全部实例，放好密钥文件，运行 tisheng restore 备份文件。',
  },
  {
    title: 'Backups', lead: 'A backup holds all data and files, sealed, and is made while everybody works on. The key file is not in it; keep that elsewhere, for without it no backup can be restored.', start: 'Start a backup', started: 'The backup has begun', refresh: 'Refresh', at: 'Started', ended: 'Ended', state: 'State', running: 'Running', done: 'Done', failed: 'Failed', size: 'Size', mib: '{n} MiB', files: 'Files', download: 'Download', remove: 'Remove', removeAsk: 'It cannot be brought back.', removed: 'Removed',
    empty: 'No backup yet', emptyHint: 'Start the first one here, or regularly with the command tisheng backup.', restore: 'Restoring is a command: stop every instance, put the key file in place, run tisheng restore FILE.',
  },
);
