import { IconAlertTriangle } from '@tabler/icons-react';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { Notice } from '../shell/notice.tsx';

/** Why something was not done, announced as it appears. */
export function ProblemNotice({ error }: { error: Error | null }) {
  const sentence = useProblemSentence();
  return (
    <div role="alert">
      {error && (
        <Notice tone="bad" icon={IconAlertTriangle}>
          {sentence(error)}
        </Notice>
      )}
    </div>
  );
}
