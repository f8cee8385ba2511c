import { useNavigate, useParams } from '@tanstack/react-router';
import { type ListSubmissionsData, listSubmissions } from '@/api';
import { Badge, DataTable, Empty, Page, moment, useList, useReference, useUrlState } from '@/ui';
import { numberOf } from './parts';
import { toneOf, useHomework } from './homework.words';
import './homework.css';

const RUNGS = ['personal', 'school', 'regional', 'exhibition', 'library'];
const STATES = ['submitted', 'under_review', 'returned', 'accepted', 'not_selected', 'withdrawn'];
type Query = NonNullable<ListSubmissionsData['query']>;
const flag = (value: string | undefined) => (value === undefined ? undefined : value === 'yes');

/** A leader's inbox, a school's shelf, an expert's desk: the same list, narrowed by role. */
export default function Inbox() {
  const t = useHomework();
  const go = useNavigate();
  const reference = useReference();
  const { projectId = '' } = useParams({ strict: false }) as { projectId?: string };
  const [search] = useUrlState();
  const query = {
    mine: false, q: search.q, rung: search.rung as Query['rung'], status: search.status as Query['status'], subject: search.subject,
    reviewed: flag(search.reviewed), recommended: flag(search.recommended), sort: search.sort as Query['sort'],
  };
  const list = useList(['submissions', projectId, query], (cursor) => listSubmissions({ path: { id: projectId }, query: { ...query, cursor } }));
  const choices = (kind: 'rung' | 'status', codes: readonly string[]) => codes.map((value) => ({ value, label: t.code(`${kind}.${value}`) }));
  return (
    <Page title={t('inbox')} lead={t('inboxLead')}>
      <DataTable
        name="submissions" label={t('inbox')} list={list} rowKey={(row) => row.id} onRow={(row) => void go({ to: `/submissions/${row.id}` })}
        empty={<Empty title={t('noWorks')}>{t('noWorksHint')}</Empty>}
        filters={[
          { key: 'q', label: t('q') },
          { key: 'rung', label: t('rung'), choices: choices('rung', RUNGS) },
          { key: 'status', label: t('status'), choices: choices('status', STATES) },
          { key: 'subject', label: t('subject'), choices: reference.subjects },
          { key: 'reviewed', label: t('reviewed'), choices: [{ value: 'yes', label: t('isReviewed') }, { value: 'no', label: t('notReviewed') }] },
          { key: 'recommended', label: t('recommendations'), choices: [{ value: 'yes', label: t('recommended') }, { value: 'no', label: t('notRecommended') }] },
        ]}
        columns={[
          { key: 'title', title: t('title'), sort: 'title', cell: (row) => row.title },
          { key: 'author', title: t('author'), cell: (row) => row.author_name },
          { key: 'school', title: t('school'), cell: (row) => row.school_name },
          { key: 'subject', title: t('subject'), cell: (row) => reference.subject(row.subject) },
          { key: 'kind', title: t('kind'), hidden: true, cell: (row) => t.code(`kind.${row.kind}`) },
          { key: 'workshop', title: t('workshop'), hidden: true, cell: (row) => row.workshop_name ?? '—' },
          { key: 'rung', title: t('rung'), cell: (row) => t.code(`rung.${row.rung}`) },
          { key: 'status', title: t('status'), cell: (row) => <Badge tone={toneOf(row.status)}>{t.code(`status.${row.status}`)}</Badge> },
          { key: 'score', title: t('score'), sort: 'score', num: true, cell: (row) => row.score ?? '—' },
          { key: 'no', title: t('no'), hidden: true, cell: (row) => <span className="mono">{numberOf(row.id)}</span> },
          { key: 'reviews', title: t('reviewsCount'), num: true, hidden: true, cell: (row) => row.review_count },
          { key: 'waiting', title: t('waiting'), sort: 'waiting_since', cell: (row) => <span className="nowrap">{moment(row.waiting_since)}</span>, text: (row) => moment(row.waiting_since) },
        ]}
      />
    </Page>
  );
}
