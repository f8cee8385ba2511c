import { Check, Plus } from 'lucide-react';
import { type Course, chooseCourse, dropCourse, listCourses, showSelection } from '@/api';
import { Badge, Button, Card, DataTable, Empty, Page, toast, useAct, useList, useRead, useReference, useUrlState } from '@/ui';
import { Basket } from './basket';
import { useOwnEnrollment } from './own';
import { useSelections } from './selections.words';
import './selections.css';

/** The catalogue as a market: what suits one's subject and stage, and the basket beside it. */
export default function Market() {
  const t = useSelections();
  const reference = useReference();
  const own = useOwnEnrollment();
  const id = own?.enrollment_id;
  const plan = useRead(['selection', id], () => showSelection({ path: { id: id ?? '' } }), { enabled: Boolean(id) }).data;
  const [search, setSearch] = useUrlState();
  const query = {
    subject: plan?.subject, suits: plan?.stage ?? undefined, status: 'published' as const, include: 'total' as const,
    q: search.q, module: search.module ? Number(search.module) : undefined, theme: search.theme, sort: search.sort as 'code' | undefined,
  };
  const list = useList(['courses', own?.project_id, query], (cursor) => listCourses({ path: { id: own?.project_id ?? '' }, query: { ...query, cursor } }), { enabled: Boolean(plan) });
  const add = useAct((course: Course) => chooseCourse({ path: { id: id ?? '', course_id: course.id }, body: { replaces: search.replaces } }), {
    done: () => { toast(t('added')); if (search.replaces) setSearch({ replaces: undefined }); },
  });
  const remove = useAct((course: Course) => dropCourse({ path: { id: id ?? '', course_id: course.id } }));
  const chosen = new Set(plan?.items.map((item) => item.course_id));
  const editable = plan !== undefined && ['draft', 'returned', 'change_requested'].includes(plan.status);
  const busy = add.isPending || remove.isPending;
  if (own === null) return <Page title={t('market')}><Card><Empty title={t('noPlace')}>{t('noPlaceHint')}</Empty></Card></Page>;
  return (
    <Page title={t('market')} lead={t('marketLead')} back={{ to: '/selection', label: t('title') }}>
      {plan && <Basket plan={plan} />}
      <DataTable
        name="market" label={t('market')} list={list} rowKey={(row) => row.id}
        filters={[
          { key: 'q', label: t('q') },
          { key: 'module', label: t('module'), choices: [1, 2, 3, 4].map((one) => ({ value: String(one), label: reference.module(one) })) },
          { key: 'theme', label: t('theme'), choices: reference.themes(query.module) },
        ]}
        columns={[
          { key: 'title', title: t('course'), sort: 'title', cell: (row) => <span className="strong">{row.title}</span> },
          { key: 'module', title: t('module'), cell: (row) => reference.module(row.module) },
          { key: 'theme', title: t('theme'), cell: (row) => reference.theme(row.theme_code) },
          { key: 'kind', title: t('kind'), cell: (row) => row.kind ?? '—' },
          { key: 'code', title: t('code'), sort: 'code', hidden: true, cell: (row) => row.code },
          { key: 'hours', title: t('unit'), sort: 'hours', num: true, cell: (row) => row.hours },
          {
            key: 'act', title: t('choose'),
            cell: (row) => chosen.has(row.id)
              ? (editable ? <Button size="small" icon={Check} disabled={busy} onClick={() => remove.mutate(row)} aria-label={`${t('chosen')}：${t('drop')} ${row.title}`}>{t('chosen')}</Button> : <Badge tone="good">{t('chosen')}</Badge>)
              : editable && <Button size="small" look="primary" icon={Plus} disabled={busy} onClick={() => add.mutate(row)} aria-label={`${t('choose')} ${row.title}`}>{t('choose')}</Button>,
          },
        ]}
      />
    </Page>
  );
}
