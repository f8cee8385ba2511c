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
  const why = (label: string, send: (reason: string) => Promise<unknown>, look?: 'primary' | 'danger') => ({
    label, look, ask: { title: label, reason: 'required' as const },
    run: (reason: string) => act.mutate(async () => { await send(reason); toast(t('done')); }),
  });
  return (
    <>
      <AllowedActions
        // What belongs to another rung or another role is no hindrance worth telling.
        actions={work.allowed_actions.filter((one) => one.allowed || !['invalid_transition', 'forbidden'].includes(one.blocked_by ?? ''))}
        busy={act.isPending}
        drawings={{
          recommend: why(t('action.recommend'), (reason) => recommendHomework({ path, body: { reason } }), 'primary'),
          ...(mine && { cancel_recommendation: why(t('action.cancel_recommendation'), (reason) => cancelRecommendation({ path: { id: mine.id }, body: { reason } })) }),
          recommend_regionally: why(t('action.recommend_regionally'), (reason) => recommendRegionally({ path, body: { reason } }), 'primary'),
          push: why(t('action.push'), (reason) => pushHomework({ path, body: { reason } }), 'primary'),
          polish: { label: t('action.polish'), run: () => setOpen('polish') },
          assign_experts: { label: t('action.assign_experts'), look: 'primary', run: () => setOpen('assign') },
          publish: { label: t('action.publish'), look: 'primary', run: () => setOpen('publish') },
          return: why(t('action.return'), (reason) => returnHomework({ path, body: { reason } })),
          decline: why(t('action.decline'), (reason) => declineHomework({ path, body: { reason } })),
          veto: why(t('action.veto'), (reason) => vetoHomework({ path, body: { reason } }), 'danger'),
          withdraw: why(t('action.withdraw'), (reason) => withdrawHomework({ path, body: { reason } }), 'danger'),
        }}
      />
      {open === 'polish' && <PolishDialog work={work} onClose={() => setOpen(undefined)} />}
      {open === 'assign' && <AssignDialog work={work} onClose={() => setOpen(undefined)} />}
      {open === 'publish' && <PublishDialog work={work} onClose={() => setOpen(undefined)} />}
    </>
  );
}
