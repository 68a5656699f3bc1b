import type { AccountSettings } from '@ticket-pros/contracts/account';

/** What each part of the form gets: the settings as they are typed, and how to change some. */
export interface SettingsFields {
  typed: AccountSettings;
  change: (part: Partial<AccountSettings>) => void;
  /** While an owner looks as another one. */
  disabled: boolean;
}
