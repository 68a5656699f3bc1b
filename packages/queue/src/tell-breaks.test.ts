import { expect, test } from '@jest/globals';
import { tellBreaks } from './tell-breaks.ts';

test('a break is told at once, its repeats once a minute with their number, another kind at once again', () => {
  const lines: object[] = [];
  let time = 0;
  const tell = tellBreaks({ warn: (line: object) => void lines.push(line) }, { job: 'sweep' }, 'broke', () => time);
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  for (time = 0; time < 60_000; time += 1_000) tell(refused);
  tell(new Error('shutting down'));
  time = 60_000;
  tell(refused);
  expect(lines).toEqual([
    { job: 'sweep', code: 'ECONNREFUSED', reason: 'connect ECONNREFUSED' },
    { job: 'sweep', code: undefined, reason: 'shutting down' },
    { job: 'sweep', code: 'ECONNREFUSED', reason: 'connect ECONNREFUSED', repeated: 59 },
  ]);
});
