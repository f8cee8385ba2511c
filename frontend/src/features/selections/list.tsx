import { useNavigate, useParams } from '@tanstack/react-router';
import { type SelectionStatus, listSelections } from '@/api';
import { Badge, DataTable, Empty, Page, useList, useUrlState } from '@/ui';
import { TONES } from './plan';
import { useSelections } from './selections.words';

const STATES = ['draft', 'submitted', 'returned', 'effective', 'change_requested', 'locked'] as const;

/** Who has chosen how much. */
export default function Plans() {
  const t = useSelections();
  const go = useNavigate();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search] = useUrlState();
  const query = {
    q: search.q, status: search.status as SelectionStatus | undefined, below_hours: search.below ? Number(search.below) : undefined, sort: search.sort as 'trainee_no' | undefined,
  };
  const list = useList(['selections', projectId, query], (cursor) => listSelections({ path: { id: projectId }, query: { ...query, cursor } }));
  return (
    <Page title={t('list')} lead={t('listLead')}>
      <DataTable
        name="selections" label={t('list')} list={list} rowKey={(row) => row.enrollment_id} empty={<Empty title={t('list')}>{t('noPlaceHint')}</Empty>}
        onRow={(row) => void go({ to: `/enrollments/${row.enrollment_id}/selection` })}
        filters={[
          { key: 'q', label: t('trainee') },
          { key: 'status', label: t('status'), choices: STATES.map((value) => ({ value, label: t(value) })) },
          { key: 'below', label: t('hours'), choices: [{ value: '50', label: t('below', { n: 50 }) }] },
        ]}
        columns={[
          { key: 'name', title: t('trainee'), cell: (row) => row.name },
          { key: 'no', title: t('code'), sort: 'trainee_no', cell: (row) => row.trainee_no },
          { key: 'school', title: t('school'), cell: (row) => row.school_name },
          { key: 'status', title: t('status'), cell: (row) => <Badge tone={TONES[row.status]}>{t(row.status)}</Badge> },
          { key: 'hours', title: t('hours'), num: true, sort: 'hours', cell: (row) => row.selected_hours },
        ]}
      />
    </Page>
  );
}
