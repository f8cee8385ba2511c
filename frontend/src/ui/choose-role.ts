import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { chooseAppointment, forget } from '@/api';
import { useCommon } from './common.words';
import { toast } from './overlays';
import { useProblemText } from './problem';
import { useRoles } from './roles.words';

/** Lets whoever is signed in act in another of their roles; without an id as a trainee. */
export function useChooseRole() {
  const t = useCommon();
  const role = useRoles();
  const text = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async (place: { id: string | null; role: string }, silent = false) => {
    try {
      await chooseAppointment({ body: { appointment_id: place.id } });
      forget();
      if (!silent) await navigate({ to: '/' });
      // Nothing read in the other role may be shown in this one.
      queries.removeQueries({ type: 'inactive' });
      await queries.resetQueries();
      if (!silent) toast(t('roleSwitched', { role: role.code(place.role) }));
    } catch (problem) {
      toast(text.whole(problem), { tone: 'bad' });
    }
  };
}
