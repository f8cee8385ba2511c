import { Link, useNavigate } from '@tanstack/react-router';
import { CircleUser, Languages, LogOut, Menu as MenuIcon, Moon, Settings, Sun } from 'lucide-react';
import { useState } from 'react';
import { type Me, session, signOut } from '@/api';
import { forgetDrafts, unsent } from '@/features/homework/kept';
import { type ActiveRole, Button, Dialog, Menu, MenuItem, ask, language } from '@/ui';
import { speak } from '@/ui/words';
import { useApp } from './app.words';
import { Logo } from '@/ui/logo';
import { type MenuEntry, MenuGroups } from './navigation';
import { RoleSwitch } from './role-switch';
import { chooseTheme, theme } from './theme';

export function Header({ me, active, menu }: { me: Me; active: ActiveRole; menu: readonly MenuEntry[] }) {
  const t = useApp();
  const [open, setOpen] = useState(false);
  return (
    <header className="top no-print">
      <div className="top-menu"><Button look="quiet" icon={MenuIcon} label={t('menu')} onClick={() => setOpen(true)} /></div>
      <Link to="/" className="brand" aria-label={t('name')}><Logo /><span>{t('name')}</span></Link>
      <div className="top-right">
        <RoleSwitch me={me} active={active} />
        <AccountMenu name={me.name} />
      </div>
      {open && (
        <Dialog title={t('menu')} size="side" onClose={() => setOpen(false)}>
          <nav aria-label={t('navigation')} onClick={() => setOpen(false)}><MenuGroups menu={menu} /></nav>
        </Dialog>
      )}
    </header>
  );
}

function AccountMenu({ name }: { name: string }) {
  const t = useApp();
  const navigate = useNavigate();
  const [worn, setWorn] = useState(theme);
  const other = worn === 'dark' ? 'light' : 'dark';
  const leave = async () => {
    const waiting = await unsent();
    if (waiting > 0 && !(await ask({ title: t('signOut'), text: t('unsent', { n: waiting }), action: t('signOut'), danger: true }))) return;
    await forgetDrafts();
    await signOut().catch(() => undefined);
    session.end();
    location.replace('/sign-in');
  };
  return (
    <Menu label={t('account')} icon={CircleUser} text={<span className="account-name">{name}</span>}>
      <MenuItem icon={Settings} onChoose={() => void navigate({ to: '/account' })}>{t('settings')}</MenuItem>
      <MenuItem icon={Languages} onChoose={() => speak(language() === 'en' ? 'zh-CN' : 'en')}>{t('language')}</MenuItem>
      <MenuItem icon={other === 'dark' ? Moon : Sun} onChoose={() => { chooseTheme(other); setWorn(other); }}>{t(other)}</MenuItem>
      <MenuItem icon={LogOut} onChoose={() => void leave()}>{t('signOut')}</MenuItem>
    </Menu>
  );
}
