import { DatabaseBackup, RefreshCw } from 'lucide-react';
import { type Backup, createBackup, listBackups, removeBackup, save, showBackupContent } from '@/api';
import { Badge, Button, type Column, DataTable, Empty, Menu, MenuItem, Note, Page, ask, count, moment, useAct, useCommon, useList } from '@/ui';
import { useBackups } from './backups.words';

const MEBIBYTE = 1024 * 1024;

/** Backups that were started here; those of the command line lie where it put them. */
export default function Backups() {
  const t = useBackups();
  const common = useCommon();
  const list = useList(['backups'], (cursor) => listBackups({ query: { cursor } }));
  const start = useAct(() => createBackup(), { done: t('started') });
  const remove = useAct((id: string) => removeBackup({ path: { id } }), { done: t('removed') });
  const fetch = useAct(async (one: Backup) => save((await showBackupContent({ path: { id: one.id }, parseAs: 'blob' })) as Blob, `tisheng-${one.started_at.slice(0, 10)}.backup`));
  const askRemove = async (one: Backup) => {
    if (await ask({ title: `${t('remove')}：${moment(one.started_at)}`, text: t('removeAsk'), action: t('remove'), danger: true })) remove.mutate(one.id);
  };
  const tone = { running: 'info', done: 'good', failed: 'bad' } as const;
  const columns: Column<Backup>[] = [
    { key: 'at', title: t('at'), cell: (row) => <span className="nowrap">{moment(row.started_at)}</span> },
    { key: 'state', title: t('state'), cell: (row) => <><Badge tone={tone[row.state]}>{t(row.state)}</Badge>{row.fault && ` ${row.fault}`}</> },
    { key: 'size', title: t('size'), cell: (row) => (row.size ? t('mib', { n: count(Math.ceil(row.size / MEBIBYTE)) }) : '—') },
    { key: 'files', title: t('files'), cell: (row) => (row.files === null ? '—' : count(row.files)) },
    { key: 'ended', title: t('ended'), cell: (row) => (row.ended_at ? moment(row.ended_at) : '—'), hidden: true },
    {
      key: 'acts', title: '',
      cell: (row) => row.state !== 'running' && (
        <Menu label={`${common('more')}：${moment(row.started_at)}`} text={common('more')}>
          {row.state === 'done' && <MenuItem onChoose={() => fetch.mutate(row)}>{t('download')}</MenuItem>}
          <MenuItem onChoose={() => void askRemove(row)}>{t('remove')}</MenuItem>
        </Menu>
      ),
    },
  ];
  return (
    <Page
      title={t('title')} lead={t('lead')}
      actions={<><Button icon={RefreshCw} onClick={() => void list.reload()}>{t('refresh')}</Button><Button look="primary" icon={DatabaseBackup} busy={start.isPending} onClick={() => start.mutate(undefined)}>{t('start')}</Button></>}
    >
      <DataTable
        name="backups" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id}
        empty={<Empty icon={DatabaseBackup} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      <Note>{t('restore')}</Note>
    </Page>
  );
}
