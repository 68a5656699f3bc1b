import { IconFileSpreadsheet, IconKey, IconMail, IconQrcode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouteContext, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../shell/not-found.tsx';
import { usePageTitle } from '../../shell/use-page-title.ts';
import { membersQuery } from '../member-queries.ts';
import { arrangeMembers } from '../member-tree.ts';
import { NotLoadedNotice } from '../people-notice.tsx';
import { SubPage } from '../sub-page.tsx';
import styles from './add-people.module.css';
import { type AddWay, addWays } from './add-search.ts';
import { AddWithoutEmail } from './add-without-email.tsx';
import { InviteByEmail } from './invite-by-email.tsx';
import { InviteByLink } from './invite-by-link.tsx';
import { InviteMany } from './invite-many.tsx';

const icons = { link: IconQrcode, email: IconMail, name: IconKey, many: IconFileSpreadsheet };
const forms = { link: InviteByLink, email: InviteByEmail, name: AddWithoutEmail, many: InviteMany };
/** What members who are not owners may do. */
const waysOfMembers: readonly AddWay[] = ['link', 'email'];

/** The ways to get people in, one beside the other. */
export function AddPeoplePage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const isOwner = me.member.role === 'owner';
  const title = t(isOwner ? 'people.add.title' : 'people.add.inviteDriver');
  usePageTitle(title);
  const { way = 'link', under } = useSearch({ from: '/signed-in/people/add' });
  const members = useQuery(membersQuery);
  const tree = useMemo(() => members.data && arrangeMembers(members.data), [members.data]);

  const ways = isOwner ? addWays : waysOfMembers;
  if (!me.member.mayInvite || me.seeingAs || !ways.includes(way)) return <NotFound />;
  const Form = forms[way];
  const startsUnder = under !== undefined && tree?.byId.has(under) ? under : isOwner ? null : me.member.id;

  return (
    <SubPage title={title}>
      <nav className={styles.ways} aria-label={t('people.add.ways')}>
        {ways.map((one) => {
          const Icon = icons[one];
          return (
            <Link
              key={one}
              to="/people/add"
              search={(before) => ({ ...before, way: one })}
              replace
              className={styles.way}
              aria-current={one === way ? 'page' : undefined}
            >
              <Icon aria-hidden size={24} stroke={1.6} />
              <b>{t(`people.add.${one}.name`)}</b>
              <span>{t(`people.add.${one}.hint`)}</span>
            </Link>
          );
        })}
      </nav>
      {tree && <Form key={`${way} ${startsUnder}`} tree={tree} me={me} startsUnder={startsUnder} />}
      {!tree && members.isPending && members.fetchStatus === 'fetching' && (
        <div className={styles.skeleton} aria-busy />
      )}
      {!tree && (members.isError || members.fetchStatus === 'paused') && <NotLoadedNotice query={members} />}
    </SubPage>
  );
}
