import { useNavigate } from '@tanstack/react-router';
import { FolderKanban, Plus } from 'lucide-react';
import { useState } from 'react';
import { type Project, listProjects } from '@/api';
import { Badge, Button, ButtonLink, type Column, DataTable, Empty, Page, type Tone, count, day, roleOf, useLabel, useList, useMe } from '@/ui';
import { EditProject } from './edit';
import { useProjects } from './projects.words';

export const TONES: Record<string, Tone> = { draft: 'plain', published: 'info', running: 'good', closing: 'warn', closed: 'plain', archived: 'plain' };

export default function Projects() {
  const t = useProjects();
  const label = useLabel();
  const navigate = useNavigate();
  const me = useMe().data;
  const [open, setOpen] = useState(false);
  const list = useList(['projects'], (cursor) => listProjects({ query: { cursor } }));
  const founds = me && ['project_team', 'platform_operator'].includes(roleOf(me).role);
  const columns: Column<Project>[] = [
    { key: 'name', title: t('name'), cell: (row) => row.name },
    { key: 'code', title: t('code'), cell: (row) => <span className="mono">{row.code}</span>, hidden: true },
    { key: 'region', title: t('region'), cell: (row) => row.region_name },
    { key: 'level', title: t('level'), cell: (row) => label('level', row.level) },
    { key: 'provider', title: t('provider'), cell: (row) => row.provider, hidden: true },
    { key: 'dates', title: t('dates'), cell: (row) => <span className="nowrap">{day(row.starts_on)} – {day(row.ends_on)}</span> },
    { key: 'target', title: t('target'), num: true, cell: (row) => count(row.target_headcount) },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={TONES[row.status]}>{label('project', row.status)}</Badge> },
  ];
  return (
    <Page title={t('title')} lead={t('lead')} actions={founds && <Button look="primary" icon={Plus} onClick={() => setOpen(true)}>{t('new')}</Button>}>
      <DataTable
        name="projects" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id} onRow={(row) => void navigate({ to: `/projects/${row.id}` })}
        empty={<Empty icon={FolderKanban} title={t('empty')} action={founds && <ButtonLink to="/organizations">{t('toOrganizations')}</ButtonLink>}>{t(founds ? 'foundHint' : 'emptyHint')}</Empty>}
      />
      {open && <EditProject onClose={() => setOpen(false)} />}
    </Page>
  );
}
