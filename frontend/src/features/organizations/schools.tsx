import { useParams } from '@tanstack/react-router';
import { Plus, School } from 'lucide-react';
import { useState } from 'react';
import { type Organization, type ProjectSchool, listSchools } from '@/api';
import { Button, Card, type Column, DataTable, Empty, Page, RateBars, Tabs, TextLink, count, percent, useList, useUrlState } from '@/ui';
import { EditOrganization } from './edit';
import { useKeeps } from './kinds';
import { useOrganizations } from './organizations.words';
import { Tree } from './tree';

export default function Schools() {
  const t = useOrganizations();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search, setSearch] = useUrlState();
  const [editing, setEditing] = useState<Organization | 'new'>();
  const { adds, changes } = useKeeps();
  const tab = search.tab ?? 'schools';
  return (
    <Page title={t('title')} lead={t('lead')} actions={adds.length > 0 && <Button look="primary" icon={Plus} onClick={() => setEditing('new')}>{t('add')}</Button>}>
      <Tabs label={t('title')} value={tab} onChoose={(value) => setSearch({ tab: value, q: undefined, kind: undefined })} tabs={[{ value: 'schools', label: t('tabSchools') }, { value: 'tree', label: t('tabTree') }]} />
      {tab === 'tree' ? <Tree onEdit={setEditing} /> : <OfProject projectId={projectId} onEdit={changes.includes('school') ? setEditing : undefined} />}
      {editing && <EditOrganization of={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

function OfProject({ projectId, onEdit }: { projectId: string; onEdit?: (one: Organization) => void }) {
  const t = useOrganizations();
  const list = useList(['schools', projectId], (cursor) => listSchools({ path: { id: projectId }, query: { limit: 200, cursor } }));
  const columns: Column<ProjectSchool>[] = [
    { key: 'name', title: t('school'), cell: (row) => row.name },
    { key: 'code', title: t('code'), cell: (row) => <span className="mono">{row.code}</span> },
    { key: 'type', title: t('type'), cell: (row) => row.school_type ?? '—' },
    { key: 'enrolled', title: t('enrolled'), num: true, cell: (row) => count(row.enrolled) },
    { key: 'activated', title: t('activated'), num: true, cell: (row) => count(row.activated) },
    { key: 'rate', title: t('rate'), num: true, cell: (row) => percent(row.activated, row.enrolled) },
    { key: 'roster', title: t('roster'), cell: (row) => <TextLink to={`/projects/${projectId}/roster`} search={{ school: row.id }}>{t('roster')}</TextLink> },
  ];
  return (
    <>
      <DataTable
        name="schools" label={t('tabSchools')} list={list} columns={columns} rowKey={(row) => row.id} onRow={onEdit}
        empty={<Empty icon={School} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {list.items.length > 1 && (
        <Card title={t('chart')}>
          <RateBars label={t('chart')} bars={list.items.map((row) => ({ label: row.name, part: row.activated, whole: row.enrolled }))} />
        </Card>
      )}
    </>
  );
}
