import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../my-account.module.css';
import { takeFocus } from '../take-focus.ts';

interface RecoveryCodesProps {
  codes: readonly string[];
  onKept: () => void;
}

/** The recovery codes, this once: to copy, to save, to print. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  const text = `${t('myAccount.recovery.file')}\n\n${codes.join('\n')}\n`;
  const keep = () => setKept(true);

  const download = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'ticket-pros-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(address);
    keep();
  };
  const print = () => {
    window.print();
    keep();
  };

  return (
    <div className={styles.form}>
      <p ref={takeFocus} tabIndex={-1} className={styles.hint}>
        {t('myAccount.recovery.hint')}
      </p>
      <ul className={styles.codes} data-print aria-label={t('myAccount.recovery.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck aria-hidden size={16} /> : <IconCopy aria-hidden size={16} />}
              onClick={() => {
                copy();
                keep();
              }}
            >
              {t(copied ? 'myAccount.recovery.copied' : 'myAccount.recovery.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" leftSection={<IconDownload aria-hidden size={16} />} onClick={download}>
          {t('myAccount.recovery.download')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter aria-hidden size={16} />} onClick={print}>
          {t('myAccount.recovery.print')}
        </Button>
      </div>
      <p className={styles.hint}>{t('myAccount.recovery.once')}</p>
      <div className={styles.buttons}>
        <Button variant={kept ? 'filled' : 'default'} onClick={onKept}>
          {t('myAccount.recovery.kept')}
        </Button>
      </div>
    </div>
  );
}
