import { useNavigate, useParams } from '@tanstack/react-router';
import { ClipboardPen, Plus } from 'lucide-react';
import { useState } from 'react';
import { type PracticeRound, type PracticeSheet, type SheetStatus, closePracticeRound, createPracticeRound, listPracticeRounds, listPracticeSheets, lockPracticeRound, openPracticeRound, reopenPracticeRound } from '@/api';
import {
  AllowedActions, Badge, Button, Card, type Column, DataTable, Dialog, Empty, Page, ProblemNote, Skeleton, TextField, type Tone, day, roleOf, toast, useAct, useCommon, useForm, useList, useMe, useRead, useRefresh, useSchools, useUrlState,
} from '@/ui';
import { usePractice } from './practice.words';

export const SHEET_TONES: Record<string, Tone> = { open: 'plain', school_draft: 'info', school_submitted: 'warn', county_reviewing: 'warn', returned: 'bad', county_determined: 'info', published: 'good', appeal_window: 'good', locked: 'good' };
const STATUSES = Object.keys(SHEET_TONES);

export default function Practice() {
  const t = usePractice();
  const me = useMe().data;
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [open, setOpen] = useState(false);
  const county = me && roleOf(me).role === 'county_admin';
  return (
    <Page title={t('title')} lead={t('lead')} actions={county && <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>{t('newRound')}</Button>}>
      <Rounds projectId={projectId} />
      <Sheets projectId={projectId} />
      {open && <NewRound projectId={projectId} onClose={() => setOpen(false)} />}
    </Page>
  );
}

function Rounds({ projectId }: { projectId: string }) {
  const t = usePractice();
  const rounds = useRead(['practice-rounds', projectId], () => listPracticeRounds({ path: { id: projectId }, query: { limit: 50 } }));
  return (
    <Card title={t('rounds')}>
      {rounds.error ? <ProblemNote problem={rounds.error} /> : !rounds.data ? <Skeleton /> : rounds.data.items.length === 0 ? <Empty icon={ClipboardPen} title={t('emptyRounds')}>{t('emptyRoundsHint')}</Empty> : (
        <ul className="stack">
          {rounds.data.items.map((one) => (
            <li key={one.id} className="row-apart">
              <span>
                <span className="row"><span className="strong">{one.name}</span><Badge tone={one.status === 'open' ? 'good' : 'plain'}>{t.code(`round.${one.status}`)}</Badge></span>
                <span className="small muted">{day(one.opens_on)} – {day(one.closes_on)} · {t('completion')} {one.completion_max} · {t('effect')} {one.effect_max}</span>
              </span>
              <RoundActs of={one} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function RoundActs({ of }: { of: PracticeRound }) {
  const t = usePractice();
  const path = { id: of.id };
  const act = useAct((run: () => Promise<unknown>) => run());
  const send = (what: 'open' | 'close' | 'reopen' | 'lock', run: () => Promise<unknown>) => act.mutate(run, { onSuccess: () => toast(t(`moved.round.${what}`, { name: of.name })) });
  return (
    <AllowedActions
      actions={of.allowed_actions} size="small" busy={act.isPending}
      drawings={{
        open: { label: t('open'), look: 'primary', run: () => send('open', () => openPracticeRound({ path })) },
        close: { label: t('close'), run: () => send('close', () => closePracticeRound({ path })) },
        reopen: { label: t('reopen'), ask: { title: t('reopen'), reason: 'required' }, run: (reason) => send('reopen', () => reopenPracticeRound({ path, body: { reason } })) },
        lock: { label: t('lock'), look: 'danger', ask: { title: t('lock'), text: t('lockAsk') }, run: () => send('lock', () => lockPracticeRound({ path })) },
      }}
    />
  );
}

function Sheets({ projectId }: { projectId: string }) {
  const t = usePractice();
  const navigate = useNavigate();
  const schools = useSchools(projectId);
  const [search] = useUrlState();
  const query = { status: search.status as SheetStatus | undefined, school: search.school };
  const list = useList(['practice-sheets', projectId, query], (cursor) => listPracticeSheets({ path: { id: projectId }, query: { ...query, cursor } }));
  const columns: Column<PracticeSheet>[] = [
    { key: 'class', title: t('class'), cell: (row) => row.class_name },
    { key: 'school', title: t('school'), cell: (row) => row.school_name },
    { key: 'round', title: t('round'), cell: (row) => row.round_name },
    { key: 'rows', title: t('rows'), num: true, cell: (row) => row.counts.rows },
    { key: 'done', title: t('done'), num: true, cell: (row) => row.counts.done },
    { key: 'determined', title: t('determinedRows'), num: true, cell: (row) => row.counts.determined },
    { key: 'left', title: t('left'), num: true, cell: (row) => row.counts.open },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={SHEET_TONES[row.status ?? '']}>{t.code(`sheet.${row.status}`)}</Badge> },
  ];
  return (
    <DataTable
      name="practice-sheets" label={t('sheets')} list={list} columns={columns} rowKey={(row) => row.id} onRow={(row) => void navigate({ to: `/projects/${projectId}/practice/${row.id}` })}
      filters={[
        ...(schools.length > 1 ? [{ key: 'school', label: t('school'), choices: schools }] : []),
        { key: 'status', label: t('status'), choices: STATUSES.map((value) => ({ value, label: t.code(`sheet.${value}`) })) },
      ]}
      empty={<Empty icon={ClipboardPen} title={t('emptySheets')}>{t('emptySheetsHint')}</Empty>}
    />
  );
}

function NewRound({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = usePractice();
  const common = useCommon();
  const refresh = useRefresh();
  const form = useForm({ name: '', opens_on: '', closes_on: '' }, async (body) => {
    await createPracticeRound({ path: { id: projectId }, body });
    await refresh();
    toast(t('madeRound', { name: body.name }));
    onClose();
  });
  return (
    <Dialog title={t('newRound')} onClose={onClose}>
      <form className="stack" onSubmit={form.submit}>
        <TextField label={t('name')} required maxLength={100} autoFocus {...form.field('name')} />
        <div className="grid-2">
          <TextField label={t('opens')} type="date" required {...form.field('opens_on')} />
          <TextField label={t('closes')} type="date" required {...form.field('closes_on')} />
        </div>
        <ProblemNote problem={form.problem} />
        <div className="dialog-foot"><Button onClick={onClose}>{common('cancel')}</Button><Button look="primary" type="submit" busy={form.busy}>{common('save')}</Button></div>
      </form>
    </Dialog>
  );
}
