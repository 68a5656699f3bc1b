import { Button, Menu } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconJson } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { exportAddress, type ListSearch } from './list-search.ts';
import styles from './tickets.module.css';

/** Takes the listed tickets away, as a file. */
export function ExportMenu({ search }: { search: ListSearch }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={260} shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          className={styles.export}
          aria-label={t('tickets.export')}
          leftSection={<IconDownload aria-hidden size={16} />}
        >
          {t('tickets.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('tickets.exportHint')}</Menu.Label>
        <Menu.Item
          component="a"
          href={exportAddress(search, 'csv')}
          download
          leftSection={<IconFileTypeCsv aria-hidden size={18} />}
        >
          {t('tickets.exportCsv')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={exportAddress(search, 'json')}
          download
          leftSection={<IconJson aria-hidden size={18} />}
        >
          {t('tickets.exportJson')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
