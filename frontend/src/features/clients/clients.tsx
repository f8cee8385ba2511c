import { useParams } from '@tanstack/react-router';
import { BookOpen, Copy, Plus, PlugZap } from 'lucide-react';
import { useState } from 'react';
import { type Client, type ClientSecret, disableClient, listClients, rotateClientSecret } from '@/api';
import { Badge, Button, type Column, DataTable, Dialog, Empty, Facts, Menu, MenuItem, Note, Page, ask, day, moment, toast, useAct, useCommon, useList, useRoles } from '@/ui';
import { useClients } from './clients.words';
import { NewClient } from './new';

export default function Clients() {
  const t = useClients();
  const common = useCommon();
  const role = useRoles();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [open, setOpen] = useState(false);
  const [secret, setSecret] = useState<ClientSecret>();
  const list = useList(['clients', projectId], () => listClients({ path: { project_id: projectId } }));
  const rotate = useAct((id: string) => rotateClientSecret({ path: { id } }), { done: setSecret });
  const disable = useAct((id: string) => disableClient({ path: { id } }), { done: t('off') });
  const askRotate = async (one: Client) => {
    if (await ask({ title: `${t('rotate')}：${one.name}`, text: t('rotateAsk'), action: t('rotate') })) rotate.mutate(one.id);
  };
  const askDisable = async (one: Client) => {
    if (await ask({ title: `${t('disable')}：${one.name}`, text: t('disableAsk'), action: t('disable'), danger: true })) disable.mutate(one.id);
  };
  const columns: Column<Client>[] = [
    { key: 'name', title: t('name'), cell: (row) => <span className="strong">{row.name}</span> },
    { key: 'kind', title: t('kind'), cell: (row) => role.code(row.kind) },
    { key: 'provider', title: t('provider'), cell: (row) => row.provider ?? '—' },
    { key: 'scopes', title: t('scopes'), cell: (row) => <span className="row">{row.scopes.map((one) => <Badge key={one}><span className="mono">{one}</span></Badge>)}</span> },
    { key: 'created', title: t('created'), cell: (row) => moment(row.created_at), hidden: true },
    { key: 'expires', title: t('expires'), cell: (row) => <span className="nowrap">{day(row.expires_at)}</span> },
    { key: 'status', title: t('status'), cell: (row) => <Badge tone={row.disabled_at ? 'bad' : 'good'}>{row.disabled_at ? t('disabled') : t('active')}</Badge> },
    {
      key: 'acts', title: '',
      cell: (row) => !row.disabled_at && (
        <Menu label={`${common('more')}：${row.name}`} text={common('more')}>
          <MenuItem onChoose={() => void askRotate(row)}>{t('rotate')}</MenuItem>
          <MenuItem onChoose={() => void askDisable(row)}>{t('disable')}</MenuItem>
        </Menu>
      ),
    },
  ];
  return (
    <Page
      title={t('title')} lead={t('lead')}
      actions={<><a className="button" href="/docs/" target="_blank" rel="noreferrer"><BookOpen size={16} aria-hidden="true" />{t('docs')}</a><Button look="primary" icon={Plus} onClick={() => setOpen(true)}>{t('new')}</Button></>}
    >
      <DataTable
        name="clients" label={t('title')} list={list} columns={columns} rowKey={(row) => row.id}
        empty={<Empty icon={PlugZap} title={t('empty')}>{t('emptyHint')}</Empty>}
      />
      {open && <NewClient projectId={projectId} onClose={() => setOpen(false)} onMade={(made) => { setOpen(false); setSecret(made); }} />}
      {secret && <Secret of={secret} onClose={() => setSecret(undefined)} />}
    </Page>
  );
}

function Secret({ of, onClose }: { of: ClientSecret; onClose: () => void }) {
  const t = useClients();
  const common = useCommon();
  const copy = async () => {
    await navigator.clipboard.writeText(of.secret);
    toast(common('copied'));
  };
  return (
    <Dialog title={of.client.name} onClose={onClose}>
      <Facts items={[[t('clientId'), <span key="id" className="mono">{of.client.id}</span>], [t('secret'), <span key="secret" className="mono">{of.secret}</span>]]} />
      <Note tone="warn">{t('secretHint')}</Note>
      <div className="dialog-foot">
        <Button icon={Copy} onClick={() => void copy()}>{common('copy')}</Button>
        <Button look="primary" onClick={onClose}>{common('close')}</Button>
      </div>
    </Dialog>
  );
}
