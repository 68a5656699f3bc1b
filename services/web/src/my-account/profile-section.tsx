import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { isLanguage, languageNames, languages } from '../messages/languages.ts';
import { useLanguage } from '../shell/use-language.ts';
import { meQuery } from '../sign-in/me-query.ts';
import { ProblemNotice } from '../sign-in/problem-notice.tsx';
import { AccountSection } from './account-section.tsx';
import styles from './my-account.module.css';
import { useSaved } from './use-saved.ts';

/** Name and language, and who one is here. */
export function ProfileSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const saved = useSaved();
  const queryClient = useQueryClient();
  const { language, choose } = useLanguage();
  const [name, setName] = useState(me.member.name);
  const save = useMutation({
    mutationFn: () => readAnswer(api.PATCH('/v1/me', { body: { name: name.trim() } })),
    onSuccess: (changed) => {
      queryClient.setQueryData(meQuery.queryKey, changed);
      saved();
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };

  return (
    <AccountSection id="profile" title={t('myAccount.sections.profile')}>
      <dl className={styles.facts}>
        <dt>{t('myAccount.company')}</dt>
        <dd>{me.account.name}</dd>
        <dt>{t('myAccount.role')}</dt>
        <dd>{t(`signIn.demoRoles.${me.member.role}.name`)}</dd>
        {me.signInName !== null && (
          <>
            <dt>{t('myAccount.signInName')}</dt>
            <dd>
              <code>{me.signInName}</code>
            </dd>
          </>
        )}
      </dl>
      <form onSubmit={submit} noValidate className={styles.form}>
        <TextInput
          label={t('joining.name')}
          autoComplete="name"
          size="md"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <ProblemNotice>{save.isError ? sentence(save.error) : null}</ProblemNotice>
        <div className={styles.buttons}>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={name.trim() === '' || name.trim() === me.member.name}
          >
            {t('myAccount.saveName')}
          </Button>
        </div>
      </form>
      <NativeSelect
        label={t('common.language')}
        size="md"
        value={language}
        data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          if (isLanguage(chosen)) void choose(chosen);
        }}
      />
    </AccountSection>
  );
}
