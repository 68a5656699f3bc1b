/** The drawn mark: a ticket, punched on both sides, ticked. Takes the accent of where it stands. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="var(--accent)"
        d="M6 4h20a4 4 0 0 1 4 4v4.2a4 4 0 0 0 0 7.6V24a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4v-4.2a4 4 0 0 0 0-7.6V8a4 4 0 0 1 4-4z"
      />
      <path
        d="m10.4 16.6 4 4 7.4-8.6"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
