import { Button, type CSSVariablesResolver, createTheme, Input, type MantineColorsTuple, Menu } from '@mantine/core';

/** The one accent: petrol, dark enough for white text from step 7 on. */
const petrol: MantineColorsTuple = [
  '#eef7f6',
  '#d6ebe9',
  '#aed8d4',
  '#82c4bd',
  '#5cc0b8',
  '#3b9a92',
  '#1f827b',
  '#0f6b66',
  '#0a5652',
  '#073f3d',
];

const neutral: MantineColorsTuple = [
  '#f8f9f9',
  '#f1f3f3',
  '#e7eaea',
  '#d6dada',
  '#b9bfbf',
  '#8b9292',
  '#687070',
  '#4b5151',
  '#323636',
  '#1d2020',
];

const night: MantineColorsTuple = [
  '#eceeee',
  '#c9cece',
  '#a3aaaa',
  '#7b8383',
  '#414646',
  '#313434',
  '#232525',
  '#1a1b1b',
  '#131414',
  '#0c0d0d',
];

/** Mantine dressed in the identity. */
export const theme = createTheme({
  colors: { petrol, gray: neutral, dark: night },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  cursorType: 'pointer',
  components: {
    // Opened menus put the focus on their first item; the empty placeholder is no item, and readers stumble over it.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    // Room for the ring around a focused field, which would lie on the words above it.
    InputWrapper: Input.Wrapper.extend({
      styles: { label: { marginBottom: 6 }, description: { marginBottom: 6, fontSize: 13, lineHeight: '18px' } },
    }),
    Button: Button.extend({
      // The accent of tokens.css, whose text colour is chosen for each of the two schemes.
      vars: (_theme, { variant = 'filled', color }) => ({
        root:
          variant === 'filled' && color === undefined
            ? {
                '--button-bg': 'var(--accent)',
                '--button-hover': 'var(--accent-ink)',
                '--button-color': 'var(--on-accent)',
              }
            : {},
      }),
    }),
  },
  focusRing: 'auto',
});

/** Mantine's own variables, taken from tokens.css, so that both entries share one set of colours. */
export const resolveVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-default': 'var(--surface-raised)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-error': 'var(--bad)',
  };
  return { variables: {}, light: shared, dark: shared };
};
