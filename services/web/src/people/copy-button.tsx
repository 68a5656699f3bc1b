import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const isCopied = copied === text;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      notifications.show({ color: 'red', message: t('people.copyFailed') });
    }
  };
  return (
    <Button
      variant="default"
      leftSection={isCopied ? <IconCheck aria-hidden size={16} /> : <IconCopy aria-hidden size={16} />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{isCopied ? t('people.copied') : (label ?? t('people.copy'))}</span>
    </Button>
  );
}
