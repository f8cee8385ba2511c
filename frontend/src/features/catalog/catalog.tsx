import { useParams } from '@tanstack/react-router';
import { LibraryBig, Plus, Upload } from 'lucide-react';
import { useState } from 'react';
import { type Course, type CourseStage, type CourseStatus, listCourses } from '@/api';
import { Badge, Button, ButtonLink, type Column, DataTable, Empty, Page, Tabs, roleOf, useChoices, useLabel, useList, useMe, useSubjects, useUrlState } from '@/ui';
import { CatalogAudit } from './audit';
import { useCatalog } from './catalog.words';
import { CoursePanel } from './course';
import { EditCourse } from './edit';

export const COURSE_STAGES = ['general', 'primary', 'junior', 'senior'];

export default function Catalog() {
  const t = useCatalog();
  const me = useMe().data;
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search, setSearch] = useUrlState();
  const [adding, setAdding] = useState(false);
  const edits = me && roleOf(me).role === 'project_team';
  const tab = search.tab ?? 'courses';
  return (
    <Page title={t('title')} lead={t('lead')} actions={edits && <Button look="primary" icon={Plus} onClick={() => setAdding(true)}>{t('add')}</Button>}>
      <Tabs label={t('title')} value={tab} onChoose={(value) => setSearch({ tab: value })} tabs={[{ value: 'courses', label: t('tabCourses') }, { value: 'audit', label: t('tabAudit') }]} />
      {tab === 'audit' ? <CatalogAudit projectId={projectId} publishes={Boolean(edits)} /> : <Courses projectId={projectId} />}
      {search.course && <CoursePanel id={search.course} onClose={() => setSearch({ course: undefined })} />}
      {adding && <EditCourse projectId={projectId} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Courses({ projectId }: { projectId: string }) {
  const t = useCatalog();
  const label = useLabel();
  const choices = useChoices();
  const subjects = useSubjects();
  const [search, setSearch] = useUrlState();
  const query = {
    q: search.q, subject: search.subject, stage: search.stage as CourseStage | undefined, module: search.module ? Number(search.module) : undefined,
    status: search.status as CourseStatus | undefined, sort: search.sort as 'code' | undefined,
  };
  const list = useList(['courses', projectId, query], (cursor) => listCourses({ path: { id: projectId }, query: { ...query, cursor, include: cursor ? undefined : 'total' } }));
  const columns: Column<Course>[] = [
    { key: 'title', title: t('name'), sort: 'title', cell: (row) => row.title },
    { key: 'code', title: t('code'), sort: 'code', cell: (row) => <span className="mono">{row.code}</span> },
    { key: 'subject', title: t('subject'), cell: (row) => label('subject', row.subject) },
    { key: 'stage', title: t('stage'), cell: (row) => label('stage', row.stage) },
    { key: 'module', title: t('module'), cell: (row) => label('module', row.module) },
    { key: 'theme', title: t('theme'), cell: (row) => row.theme_code ?? '—', hidden: true },
    { key: 'hours', title: t('hours'), sort: 'hours', num: true, cell: (row) => row.hours },
    { key: 'kind', title: t('kind'), cell: (row) => row.kind ?? '—', hidden: true },
    { key: 'provider', title: t('provider'), cell: (row) => row.provider, hidden: true },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={row.status === 'published' ? 'good' : 'bad'}>{t.code(`status.${row.status}`)}</Badge> },
  ];
  return (
    <DataTable
      name="courses" label={t('tabCourses')} list={list} columns={columns} rowKey={(row) => row.id} onRow={(row) => setSearch({ course: row.id })}
      filters={[
        { key: 'q', label: t('q') },
        { key: 'subject', label: t('subject'), choices: subjects },
        { key: 'stage', label: t('stage'), choices: choices('stage', COURSE_STAGES) },
        { key: 'module', label: t('module'), choices: choices('module', ['1', '2', '3', '4']) },
        { key: 'status', label: t('status'), choices: ['published', 'withdrawn'].map((value) => ({ value, label: t.code(`status.${value}`) })) },
      ]}
      empty={<Empty icon={LibraryBig} title={t('empty')} action={<ButtonLink to={`/projects/${projectId}/imports/new`} search={{ kind: 'catalog' }} icon={Upload}>{t('import')}</ButtonLink>}>{t('emptyHint')}</Empty>}
    />
  );
}
