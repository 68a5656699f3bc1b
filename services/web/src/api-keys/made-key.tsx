import { Button, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ApiKeyScope, madeApiKeySchema } from '@ticket-pros/contracts/api-key';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CopyButton } from '../people/copy-button.tsx';
import { Notice } from '../shell/notice.tsx';
import styles from './api-keys.module.css';

/** What a key of these scopes can be tried with. */
const examples: Record<ApiKeyScope, string> = {
  'tickets.read': '/v1/tickets',
  'tickets.capture': '/v1/tickets',
  'tickets.review': '/v1/tickets',
  'members.read': '/v1/members',
  'audit.read': '/v1/audit',
};

interface MadeKeyProps {
  made: z.infer<typeof madeApiKeySchema>;
  onClose: () => void;
}

/** The secret of a new key. Nothing but its own button closes it, as nobody can show it again. */
export function MadeKey({ made: { apiKey, secret }, onClose }: MadeKeyProps) {
  const { t } = useTranslation();
  const path = examples[apiKey.scopes[0] ?? 'tickets.read'];
  const curl = `curl -H 'Authorization: Bearer ${secret}' ${window.location.origin}${path}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('apiKeys.made.title', { name: apiKey.name })}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      centered
    >
      <div className={styles.made}>
        <Notice tone="warn" icon={IconAlertTriangle} title={t('apiKeys.made.once')}>
          {t('apiKeys.made.keep')}
        </Notice>
        <div className={styles.secret}>
          <b>{t('apiKeys.made.secret')}</b>
          <code translate="no">{secret}</code>
          <CopyButton text={secret} label={t('apiKeys.made.copy')} />
        </div>
        <div className={styles.secret}>
          <b>{t('apiKeys.made.example')}</b>
          <code translate="no">{curl}</code>
          <CopyButton text={curl} label={t('apiKeys.made.copyExample')} />
        </div>
        <Button onClick={onClose}>{t('apiKeys.made.done')}</Button>
      </div>
    </Modal>
  );
}
