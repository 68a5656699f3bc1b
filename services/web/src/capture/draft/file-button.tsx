import type { ChangeEvent, ReactNode } from 'react';
import styles from '../capture.module.css';
import { acceptedFiles } from '../prepare/accepted-files.ts';

interface FileButtonProps {
  className?: string | undefined;
  /** The phone's own camera app instead of its gallery. */
  camera?: boolean;
  label?: string;
  onFiles: (files: readonly File[]) => Promise<void>;
  children: ReactNode;
}

/** The plain way to a picture, which works everywhere: the phone's own camera app or its gallery. */
export function FileButton({ className, camera = false, label, onFiles, children }: FileButtonProps) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? []);
    event.target.value = '';
    if (files.length > 0) void onFiles(files);
  };
  return (
    <label className={className} title={label}>
      <input
        className={styles.hidden}
        type="file"
        aria-label={label}
        accept={camera ? 'image/*' : acceptedFiles}
        capture={camera ? 'environment' : undefined}
        multiple={!camera}
        onChange={take}
      />
      {children}
    </label>
  );
}
