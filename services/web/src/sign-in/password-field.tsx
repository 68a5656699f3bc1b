import { PasswordInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  description?: ReactNode;
  error?: ReactNode;
  /** The first thing to type of what was just opened. */
  first?: boolean;
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, value, onChange, autoComplete, description, error, first }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [visible, { toggle }] = useDisclosure(false);
  return (
    <PasswordInput
      label={label}
      description={description}
      error={error}
      size="md"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete={autoComplete}
      maxLength={200}
      autoFocus={first === true}
      data-autofocus={first}
      visible={visible}
      onVisibilityChange={toggle}
      visibilityToggleButtonProps={{
        'aria-label': t(visible ? 'passwords.hide' : 'passwords.show'),
        // Without it the button could not be reached by keyboard.
        tabIndex: 0,
      }}
    />
  );
}
