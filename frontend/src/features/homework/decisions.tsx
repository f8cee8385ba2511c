import { useState } from 'react';
import {
  type Submission, cancelRecommendation, declineHomework, pushHomework, recommendHomework, recommendRegionally, returnHomework, vetoHomework, withdrawHomework,
} from '@/api';
import { AllowedActions, toast, useAct } from '@/ui';
import { useHomework } from './homework.words';
import { AssignDialog, PolishDialog, PublishDialog } from './rounds';

/** What the server lets this reader decide, each with the reason that the author will read. */
export function Decisions({ work }: { work: Submission }) {
  const t = useHomework();
  const [open, setOpen] = useState<'polish' | 'assign' | 'publish'>();
  const act = useAct((run: () => Promise<unknown>) => run());
  const path = { id: work.id };
  const mine = work.recommendations.find((one) => one.mine && one.effective);
  // The server says which acts need their reason; the words say what cannot be taken back.
  const why = (action: string, send: (reason: string) => Promise<unknown>, look?: 'primary' | 'danger') => {
    const label = t.code(`act.${action}`, t.code(`action.${action}`));
    return {
      label, look, ask: { title: label, text: t.code(`ask.${action}`, '') || undefined, reason: 'optional' as const },
      run: (reason: string) => act.mutate(async () => { await send(reason); toast(`${t.code(`did.${action}`)}：${work.title}`); }),
    };
  };
  return (
    <>
      <AllowedActions
        // What belongs to another rung or another role is no hindrance worth telling.
        actions={work.allowed_actions.filter((one) => one.allowed || !['invalid_transition', 'forbidden'].includes(one.blocked_by ?? ''))}
        busy={act.isPending}
        drawings={{
          recommend: why('recommend', (reason) => recommendHomework({ path, body: { reason } }), 'primary'),
          ...(mine && { cancel_recommendation: why('cancel_recommendation', (reason) => cancelRecommendation({ path: { id: mine.id }, body: { reason } })) }),
          recommend_regionally: why('recommend_regionally', (reason) => recommendRegionally({ path, body: { reason } }), 'primary'),
          push: why('push', (reason) => pushHomework({ path, body: { reason } }), 'primary'),
          polish: { label: t('action.polish'), run: () => setOpen('polish') },
          assign_experts: { label: t('action.assign_experts'), look: 'primary', run: () => setOpen('assign') },
          publish: { label: t('action.publish'), look: 'primary', run: () => setOpen('publish') },
          return: why('return', (reason) => returnHomework({ path, body: { reason } })),
          decline: why('decline', (reason) => declineHomework({ path, body: { reason } }), 'danger'),
          veto: why('veto', (reason) => vetoHomework({ path, body: { reason } }), 'danger'),
          withdraw: why('withdraw', (reason) => withdrawHomework({ path, body: { reason: reason || null } }), 'danger'),
        }}
      />
      {open === 'polish' && <PolishDialog work={work} onClose={() => setOpen(undefined)} />}
      {open === 'assign' && <AssignDialog work={work} onClose={() => setOpen(undefined)} />}
      {open === 'publish' && <PublishDialog work={work} onClose={() => setOpen(undefined)} />}
    </>
  );
}
