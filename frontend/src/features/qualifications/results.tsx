import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type GradeSource, type QualificationResult, type Outcome, listQualificationResults, listQualificationRuns, showQualificationRun } from '@/api';
import { Badge, DataTable, Dialog, Empty, Page, moment, useList, useRead, useSchools, useUrlState } from '@/ui';
import { NextStep, RunActs, RunStatus } from './acts';
import { Explanation } from './explanation';
import { TONES, useQualifications } from './qualifications.words';

const OUTCOMES = ['excellent', 'qualified', 'unqualified', 'pending'] as const;
const MARKS = ['online_score', 'practice_score'] as const satisfies readonly GradeSource[];

/** Everybody's result in a run; a row opens the explanation in words. */
export default function Results() {
  const t = useQualifications();
  const { projectId = '', id = '' } = useParams({ strict: false }) as { projectId?: string; id?: string };
  const [search] = useUrlState();
  const [open, setOpen] = useState<QualificationResult>();
  const schools = useSchools(projectId);
  const query = { q: search.q, outcome: search.outcome as Outcome | undefined, lacks: search.lacks as GradeSource | undefined, school_id: search.school };
  const list = useList(['qualification', 'results', id, query], (cursor) => listQualificationResults({ path: { id }, query: { ...query, cursor } }));
  const run = useRead(['qualification', 'run', id], () => showQualificationRun({ path: { id } }));
  const newest = useRead(['qualification', 'runs', projectId, 'newest'], () => listQualificationRuns({ path: { id: projectId }, query: { limit: 1 } })).data?.items[0];
  const none = (word: 'none' | 'notWhole') => <span className="muted">{t(word)}</span>;
  const badge = (row: QualificationResult) => row.outcome && <Badge tone={TONES[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>;
  return (
    <Page
      title={run.data ? t('run', { n: run.data.number }) : t('title')} back={{ to: `/projects/${projectId}/qualification`, label: t('runs') }}
      lead={run.data ? <span className="row"><RunStatus run={run.data} />{t('at')} {moment(run.data.created_at)}{run.data.published_at && ` · ${t('shownAt', { at: moment(run.data.published_at) })}`}</span> : t('lead')}
      actions={run.data && <RunActs run={run.data} newest={newest} />}
    >
      {run.data && <NextStep run={run.data} newest={newest} />}
      <DataTable
        name="qualification" label={t('title')} list={list} rowKey={(row) => row.enrollment_id} onRow={setOpen}
        empty={<Empty title={t('noResults')}>{t('noResultsHint')}</Empty>}
        filters={[
          { key: 'q', label: t('q') },
          { key: 'outcome', label: t('outcome'), choices: OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) })) },
          { key: 'lacks', label: t('lacks'), choices: MARKS.map((value) => ({ value, label: t(`lacks.${value}`) })) },
          { key: 'school', label: t('school'), choices: schools },
        ]}
        columns={[
          { key: 'name', title: t('name'), cell: (row) => row.name },
          { key: 'no', title: t('no'), cell: (row) => row.trainee_no },
          { key: 'school', title: t('school'), cell: (row) => row.school_name },
          { key: 'outcome', title: t('outcome'), cell: badge },
          { key: 'points', title: t('points'), num: true, cell: (row) => (row.explanation.components[0]?.incomplete ? none('notWhole') : row.total) },
          { key: 'online', title: t('online'), num: true, cell: (row) => row.online ?? none('none') },
          { key: 'offline', title: t('offline'), num: true, cell: (row) => row.offline ?? none('none') },
          { key: 'hours', title: t('hours'), num: true, cell: (row) => row.hours },
          { key: 'certificate', title: t('certificate'), hidden: true, cell: (row) => (row.certificate_no ? <span className="nowrap">{row.certificate_no}</span> : '—') },
        ]}
      />
      {open && <Dialog title={open.name} size="side" onClose={() => setOpen(undefined)}><div className="stack"><p>{badge(open)}</p><Explanation of={open.explanation} /></div></Dialog>}
    </Page>
  );
}
