const storageKey = 'mantine-color-scheme-value';
const attribute = 'data-mantine-color-scheme';

/**
 * Sets light or dark on the page before anything is drawn: as the member chose in the office, else like the system. Both
 * entries share the choice, so the name under which it is kept and the attribute are those of the component library.
 */
export function applyColorScheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const chosen = localStorage.getItem(storageKey);
    const dark = chosen === 'dark' || (chosen !== 'light' && system.matches);
    document.documentElement.setAttribute(attribute, dark ? 'dark' : 'light');
  };
  apply();
  system.addEventListener('change', apply);
}
