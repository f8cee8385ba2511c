import { ArrowLeft, Printer } from 'lucide-react';
import type { ActivationSheet } from '@/api';
import { Button, Empty, Note, Page, day, useCommon, useProblemText } from '@/ui';
import { useRoster } from './roster.words';
import './roster.css';

/** The paper that a school cuts and hands out; its codes are never shown again. */
export function Sheet({ sheet, onBack }: { sheet: ActivationSheet; onBack: () => void }) {
  const t = useRoster();
  const common = useCommon();
  const problem = useProblemText();
  return (
    <Page
      title={t('sheet')} lead={<span className="no-print">{t('sheetLead')}</span>}
      actions={(
        <>
          <Button icon={ArrowLeft} onClick={onBack}>{t('back')}</Button>
          <Button look="primary" icon={Printer} onClick={() => window.print()}>{common('print')}</Button>
        </>
      )}
    >
      {sheet.items.length === 0 && <Empty title={t('nobody')} />}
      <ul className="roster-sheet">
        {sheet.items.map((one) => (
          <li key={one.enrollment_id}>
            <div className="row-apart"><span className="strong">{one.name}</span><span className="tiny muted">{one.school_name}</span></div>
            <div className="small">{t('login')} <span className="mono">{one.login}</span></div>
            <div className="roster-code mono">{one.code}</div>
            <div className="tiny muted">{location.host} · {t('sheetHow')}</div>
            <div className="tiny muted">{t('validTo')} {day(sheet.expires_at)}</div>
          </li>
        ))}
      </ul>
      {sheet.left_out.length > 0 && <div className="no-print"><Note tone="warn">{t('leftOut')}：{sheet.left_out.length}（{[...new Set(sheet.left_out.map((one) => problem.one(one.code)))].join(' ')}）</Note></div>}
    </Page>
  );
}
