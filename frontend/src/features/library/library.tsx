import { BookMarked } from 'lucide-react';
import { type Resource, type ResourceLevel, type WorkKind, listResources } from '@/api';
import { Badge, type Column, DataTable, Empty, Page, TextLink, day, useLabel, useList, useProjectId, useSubjects, useUrlState } from '@/ui';
import { useLibrary } from './library.words';

const LEVELS: readonly ResourceLevel[] = ['school', 'county', 'project'];
const KINDS: readonly WorkKind[] = ['micro_lesson', 'lesson_diagnosis', 'lesson_plan', 'courseware', 'other'];

export default function Library() {
  const t = useLibrary();
  const label = useLabel();
  const subjects = useSubjects();
  const projectId = useProjectId();
  const [search] = useUrlState();
  const query = { q: search.q, level: search.level as ResourceLevel | undefined, kind: search.kind as WorkKind | undefined, subject: search.subject, sort: search.sort as 'title' | undefined };
  const list = useList(['library', projectId, query], (cursor) => listResources({ path: { id: projectId ?? '' }, query: { ...query, cursor } }), { enabled: Boolean(projectId) });
  const columns: Column<Resource>[] = [
    { key: 'title', title: t('work'), sort: 'title', cell: (row) => <TextLink className="table-row-link" to={`/library/${row.id}`}>{row.title}</TextLink> },
    { key: 'kind', title: t('kind'), cell: (row) => t.code(`kind.${row.kind}`) },
    { key: 'author', title: t('author'), cell: (row) => row.author.name },
    { key: 'school', title: t('school'), cell: (row) => row.school.name },
    { key: 'subject', title: t('subject'), cell: (row) => label('subject', row.subject) },
    { key: 'level', title: t('level'), cell: (row) => <Badge tone="info">{t.code(`level.${row.level}`)}</Badge> },
    { key: 'score', title: t('expertScore'), num: true, cell: (row) => row.expert_score ?? '—' },
    { key: 'published', title: t('published'), cell: (row) => <span className="nowrap">{day(row.published_at)}</span> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')}>
      <DataTable
        name="library" label={t('title')} list={list} rowKey={(row) => row.id} columns={columns}
        filters={[
          { key: 'q', label: t('q') },
          { key: 'level', label: t('level'), choices: LEVELS.map((value) => ({ value, label: t.code(`level.${value}`) })) },
          { key: 'kind', label: t('kind'), choices: KINDS.map((value) => ({ value, label: t.code(`kind.${value}`) })) },
          { key: 'subject', label: t('subject'), choices: subjects },
        ]}
        empty={<Empty icon={BookMarked} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
    </Page>
  );
}
