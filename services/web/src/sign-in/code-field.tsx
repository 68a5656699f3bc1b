import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | null;
  /** The first thing to type of what was just opened. */
  first?: boolean;
}

/** The six digits that an authenticator app shows. */
export function CodeField({ value, onChange, error, first }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t('signIn.code')}
      description={t('signIn.codeHint')}
      error={error}
      size="md"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value.replace(/\D/g, '').slice(0, 6))}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus={first === true}
      data-autofocus={first}
    />
  );
}
