import { Check, Languages } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, language } from '@/ui';
import { Logo } from '@/ui/logo';
import { speak } from '@/ui/words';
import { useAccounts } from './accounts.words';
import './door.css';

/** The pages before signing in: what this is on one side, what to do on the other. */
export function Door({ children }: { children: ReactNode }) {
  const t = useAccounts();
  return (
    <div className="door">
      <aside className="door-pitch">
        <div className="door-brand"><Logo size={36} /><span>提升 Tisheng</span></div>
        <div className="stack-l">
          <p className="door-title">{t('welcome')}</p>
          <p>{t('welcomeLead')}</p>
          <ul className="stack-s">
            {(['pitch1', 'pitch2', 'pitch3'] as const).map((key) => (
              <li key={key} className="door-point"><Check size={18} aria-hidden="true" />{t(key)}</li>
            ))}
          </ul>
        </div>
        <svg className="door-line" viewBox="0 0 480 160" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 150C80 140 110 96 170 100S270 120 320 70s90-40 160-62" />
          <path d="M0 158C100 150 150 126 220 128s140-24 260-70" />
        </svg>
      </aside>
      <main className="door-main">
        <div className="door-corner">
          <Button look="quiet" icon={Languages} onClick={() => speak(language() === 'en' ? 'zh-CN' : 'en')}>{language() === 'en' ? '中文' : 'English'}</Button>
        </div>
        <div className="door-box">{children}</div>
      </main>
    </div>
  );
}
