import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useState } from 'react';
import { resolveVariables, theme } from '../identity/theme.ts';
import { ConfirmIdentityProvider } from '../my-account/confirm-identity/confirm-identity-provider.tsx';
import { createOfficeRouter } from './create-office-router.tsx';
import { createQueryClient } from './create-query-client.ts';
import styles from './shell.module.css';

/** The office pages, dressed and wired. */
export function OfficeApp() {
  const [queryClient] = useState(createQueryClient);
  const [router] = useState(() => createOfficeRouter(queryClient));
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Notifications position="top-center" limit={3} className={styles.notifications ?? ''} />
          <ConfirmIdentityProvider>
            <RouterProvider router={router} />
          </ConfirmIdentityProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
