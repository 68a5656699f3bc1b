import type { AccountSettings } from '@ticket-pros/contracts/account';

/** What differs between the settings as they are and as they were typed; names without the spaces around them. */
export function changedSettings(settings: AccountSettings, typed: AccountSettings): Partial<AccountSettings> {
  const wanted = { ...typed, name: typed.name.trim() };
  const names = Object.keys(wanted) as (keyof AccountSettings)[];
  return Object.fromEntries(
    names.filter((name) => wanted[name] !== settings[name]).map((name) => [name, wanted[name]]),
  );
}

/** The settings among everything that is told about an account. */
export function settingsOf(account: AccountSettings): AccountSettings {
  const { name, timeZone, language, units, dayOrder } = account;
  const { secondFactor, officeVisibility, crewVisibility, branchInvitations } = account;
  return {
    name,
    timeZone,
    language,
    units,
    dayOrder,
    secondFactor,
    officeVisibility,
    crewVisibility,
    branchInvitations,
  };
}
