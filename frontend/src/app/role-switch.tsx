import { ChevronDown, UserRoundCog } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Me } from '@/api';
import { type ActiveRole, Button, Card, Menu, MenuItem, Page, useChooseRole, useRoles } from '@/ui';
import { useApp } from './app.words';
import { Waiting } from './fallbacks';

interface Place { id: string | null; role: string; scope: string | null }

function placesOf(me: Me): Place[] {
  const held = me.appointments.map((one): Place => ({ id: one.id, role: one.role, scope: one.scope_name }));
  return me.enrollments.length > 0 || held.length === 0 ? [...held, { id: null, role: 'trainee', scope: null }] : held;
}

/** Whether somebody with roles has not said yet which one to act in. */
export const isUndecided = (me: Me) => me.active_appointment_id === null && me.appointments.length > 0 && me.enrollments.length === 0;

function Label({ role, scope }: { role: string; scope: string | null }) {
  const name = useRoles();
  return (
    <span className="role-text">
      <span className="strong">{name.code(role)}</span>
      {scope && <span className="role-scope">{scope}</span>}
    </span>
  );
}

/** The role acted in, always in sight, chosen by hand: nothing is done in a role by accident. */
export function RoleSwitch({ me, active }: { me: Me; active: ActiveRole }) {
  const t = useApp();
  const choose = useChooseRole();
  const places = placesOf(me);
  const label = <Label role={active.role} scope={active.scopeName} />;
  if (places.length < 2) return <div className="role" title={t('role')}>{label}</div>;
  return (
    <Menu label={t('switchRole')} look="plain" icon={UserRoundCog} text={<>{label}<ChevronDown size={14} aria-hidden="true" /></>}>
      {places.map((place) => (
        <MenuItem key={place.id ?? 'trainee'} current={place.id === active.appointmentId} onChoose={() => void choose(place)}>
          <Label role={place.role} scope={place.scope} />
        </MenuItem>
      ))}
    </Menu>
  );
}

/** The first page of somebody with several roles; with one only it is taken at once. */
export function ChooseRole({ me }: { me: Me }) {
  const t = useApp();
  const choose = useChooseRole();
  const places = placesOf(me);
  const [only] = places;
  const asked = useRef(false);
  useEffect(() => {
    if (places.length !== 1 || !only || asked.current) return;
    asked.current = true;
    void choose(only, true);
  });
  if (places.length === 1) return <Waiting />;
  return (
    <Page title={t('chooseRole')} lead={t('chooseRoleLead')} width="narrow">
      <div className="stack-s">
        {places.map((place) => (
          <Card key={place.id} tight>
            <div className="row-apart">
              <Label role={place.role} scope={place.scope} />
              <Button look="primary" onClick={() => void choose(place)}>{t('enter')}</Button>
            </div>
          </Card>
        ))}
      </div>
    </Page>
  );
}
