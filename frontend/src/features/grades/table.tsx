import { useNavigate, useParams } from '@tanstack/react-router';
import { listClassGrades, listClasses } from '@/api';
import { Badge, Card, DataTable, Empty, Page, SelectField, Skeleton, useList, useRead, useUrlState } from '@/ui';
import { useGradeTable } from './table.words';

/** A class's grades, part by part. */
export default function GradeTable() {
  const t = useGradeTable();
  const go = useNavigate();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search, setSearch] = useUrlState();
  const classes = useRead(['classes', projectId, 'names'], () => listClasses({ path: { id: projectId }, query: { limit: 200 } })).data?.items;
  const id = search.class ?? classes?.[0]?.id;
  const list = useList(['grades', id], (cursor) => listClassGrades({ path: { id: id ?? '' }, query: { cursor, limit: 200 } }), { enabled: Boolean(id) });
  const parts = list.items[0]?.components ?? [];
  return (
    <Page title={t('classTitle')} lead={t('classLead')} actions={classes && classes.length > 0 && (
      <SelectField bare label={t('choose')} value={id ?? ''} choices={classes.map((one) => ({ value: one.id, label: one.name }))} onChange={(event) => setSearch({ class: event.target.value })} />
    )}>
      {!classes ? <Skeleton lines={6} /> : classes.length === 0 ? <Card><Empty title={t('none')}>{t('noneHint')}</Empty></Card> : (
        <DataTable
          name="grades" label={t('classTitle')} list={list} rowKey={(row) => row.enrollment_id} onRow={(row) => void go({ to: `/enrollments/${row.enrollment_id}/grade` })}
          columns={[
            { key: 'name', title: t('person'), cell: (row) => row.name },
            { key: 'no', title: t('no'), cell: (row) => row.trainee_no },
            { key: 'school', title: t('school'), cell: (row) => row.school_name },
            { key: 'hours', title: t('hours'), num: true, cell: (row) => row.credited_hours },
            { key: 'homework', title: t('homework'), num: true, cell: (row) => row.homework_submitted },
            { key: 'online', title: t('online'), num: true, cell: (row) => row.online ?? <span className="muted">{t('notYet')}</span> },
            { key: 'offline', title: t('offline'), num: true, cell: (row) => row.offline ?? <span className="muted">{t('notYet')}</span> },
            ...parts.map((part, place) => ({
              key: `part-${part.code}`, title: t.code(`part.${part.code}`, t('total')), num: true,
              cell: (row: (typeof list.items)[number]) => {
                const one = row.components[place];
                return one?.incomplete ? <span className="muted">{t('notYet')}</span> : one && <span className="nowrap">{one.points}{one.pass !== undefined && one.pass !== null && !one.passed && <> <Badge tone="warn">{t('below')}</Badge></>}</span>;
              },
            })),
          ]}
        />
      )}
    </Page>
  );
}
