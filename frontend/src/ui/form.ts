import { type FormEvent, useState } from 'react';
import { ApiProblem } from '@/api';
import { useProblemText } from './problem';

type Values = Record<string, unknown>;

/**
 * A form's values, what is wrong with them, and sending them. The server judges; its pointers
 * (`/new_password`) find their fields, whatever finds none stands in `problem`.
 */
export function useForm<V extends Values>(initial: V, send: (values: V, form: { wrong: (errors: Partial<Record<keyof V & string, string>>) => void; reset: () => void }) => Promise<unknown>) {
  const text = useProblemText();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const [touched, setTouched] = useState(false);

  const set = <K extends keyof V & string>(name: K, value: V[K]) => {
    setValues((old) => ({ ...old, [name]: value }));
    setTouched(true);
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([key]) => key !== name)));
  };

  const refused = (failure: unknown) => {
    if (!(failure instanceof ApiProblem)) throw failure;
    const found: Record<string, string> = {};
    for (const error of failure.errors) {
      const name = error.pointer.replace(/^\//, '').split('/')[0] ?? '';
      if (name in initial) found[name] ??= text.one(error.code, error.detail, error.pointer);
    }
    setErrors(found);
    setProblem(Object.keys(found).length === failure.errors.length && failure.errors.length > 0 ? undefined : failure);
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await send(values, { wrong: (found) => setErrors(found as Record<string, string>), reset: () => setValues(initial) });
      setTouched(false);
    } catch (failure) {
      refused(failure);
    } finally {
      setBusy(false);
    }
  };

  /** What a text-like control needs: value, error and onChange. */
  const field = <K extends keyof V & string>(name: K) => ({
    name,
    value: (values[name] ?? '') as string,
    error: errors[name],
    onChange: (event: { target: { value: string } }) => set(name, event.target.value as V[K]),
  });

  const check = <K extends keyof V & string>(name: K) => ({
    name,
    checked: Boolean(values[name]),
    error: errors[name],
    onChange: (event: { target: { checked: boolean } }) => set(name, event.target.checked as V[K]),
  });

  return { values, set, setValues, errors, setErrors, problem, busy, touched, submit, field, check };
}
