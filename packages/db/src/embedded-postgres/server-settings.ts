/** Settings of the embedded server, given on its command line so that every start has this version's. */
export function serverSettings({ port, fast }: { port: number; fast: boolean }): Record<string, string> {
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: its path may be too long, and its folder another user's.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: fast ? '300' : '100',
    max_wal_size: '512MB',
    // What customers wrote stays out of the log: no failing statement, no row that a message quotes.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  };
}
