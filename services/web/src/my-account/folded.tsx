import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './my-account.module.css';

interface FoldedProps {
  /** What the button says that opens it. */
  label: string;
  icon?: ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A form that is seldom needed, behind a button that has the focus again when the form is closed. */
export function Folded({ label, icon, children }: FoldedProps) {
  const [state, setState] = useState<'untouched' | 'open' | 'closed'>('untouched');
  if (state === 'open') return children(() => setState('closed'));
  return (
    <div className={styles.buttons}>
      <Button variant="default" leftSection={icon} autoFocus={state === 'closed'} onClick={() => setState('open')}>
        {label}
      </Button>
    </div>
  );
}
