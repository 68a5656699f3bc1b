import { Button, FileButton, Textarea } from '@mantine/core';
import { IconDownload, IconFileUpload, IconMailCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../../api/api-problem.ts';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';
import { useConfirmIdentity } from '../../my-account/confirm-identity/use-confirm-identity.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { Notice } from '../../shell/notice.tsx';
import { invitationsQuery } from '../invitations/invitations-query.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import styles from './add-people.module.css';
import { BulkPreview } from './bulk-preview.tsx';
import { peopleTemplate, readPeopleFile } from './read-people-file.ts';

const mostLetters = 500_000;

/** Many people from a spreadsheet: checked line by line first, then invited all at once or not at all. */
export function InviteMany() {
  const { t } = useTranslation();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const preview = useMutation({
    mutationFn: (checked: string) => readAnswer(api.POST('/v1/invitations/preview', { body: { csv: checked } })),
  });
  const invite = useMutation({
    mutationFn: () => confirmIdentity(() => readAnswer(api.POST('/v1/invitations/bulk', { body: { csv: text } }))),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });

  const change = (next: string) => {
    setText(next);
    preview.reset();
    invite.reset();
  };
  const check = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && !preview.isPending) preview.mutate(text);
  };
  const choose = async (file: File | null) => {
    if (file === null) return;
    const read = await readPeopleFile(file);
    change(read);
    preview.mutate(read);
  };

  if (invite.data) {
    return (
      <div className={styles.form} role="status">
        <Notice tone="info" icon={IconMailCheck} title={t('people.add.many.invited', { count: invite.data.invited })}>
          {t('people.add.many.invitedHint')}
        </Notice>
        <LinkButton to="/people/invitations">{t('people.invitations.title')}</LinkButton>
      </div>
    );
  }
  const tooLong = text.length > mostLetters;
  return (
    <form className={styles.many} onSubmit={check} noValidate>
      <div className={styles.buttons}>
        <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(file) => void choose(file)}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconFileUpload aria-hidden size={18} />}>
              {t('people.add.many.choose')}
            </Button>
          )}
        </FileButton>
        <Button
          component="a"
          variant="subtle"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\ufeff${peopleTemplate}`)}`}
          download={t('people.add.many.templateName')}
          leftSection={<IconDownload aria-hidden size={18} />}
        >
          {t('people.add.many.template')}
        </Button>
      </div>
      <Textarea
        label={t('people.add.many.paste')}
        description={t('people.add.many.columns')}
        placeholder={peopleTemplate}
        value={text}
        minRows={5}
        maxRows={12}
        autosize
        spellCheck={false}
        classNames={{ input: styles.csv ?? '' }}
        error={tooLong && t('people.add.many.tooLong')}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <ProblemNotice error={preview.error ?? (problemCode(invite.error) === 'confirm_first' ? null : invite.error)} />
      {!preview.data && (
        <Button type="submit" size="md" disabled={text.trim() === '' || tooLong} loading={preview.isPending}>
          {t('people.add.many.check')}
        </Button>
      )}
      {preview.data && (
        <BulkPreview preview={preview.data} isPending={invite.isPending} onInvite={() => invite.mutate()} />
      )}
    </form>
  );
}
