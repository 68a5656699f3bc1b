import { type FormEvent, useRef, useState } from 'react';
import { type JoinOutcome, join } from './join.ts';

type Body = Parameters<typeof join>[0];

interface JoinForm {
  /** What keeps the form from being sent, or what to send. */
  check: () => { problem: string } | Body;
  onOutcome: (outcome: Exclude<JoinOutcome, { problem: string }>) => string | null;
}

/** A form that joins: sends once at a time, and says what went wrong. */
export function useJoin({ check, onOutcome }: JoinForm) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (running.current) return;
    const body = check();
    if ('problem' in body) {
      setProblem(body.problem);
      return;
    }
    running.current = true;
    setBusy(true);
    setProblem(null);
    const outcome = await join(body);
    // Whoever has joined leaves this page: the button stays as it is until then.
    if (outcome === 'joined') {
      onOutcome(outcome);
      return;
    }
    running.current = false;
    setBusy(false);
    setProblem(typeof outcome === 'object' ? outcome.problem : onOutcome(outcome));
  };

  return { submit: (event: FormEvent) => void submit(event), busy, problem };
}
