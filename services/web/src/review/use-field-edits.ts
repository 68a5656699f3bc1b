import { useQueryClient } from '@tanstack/react-query';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useRef, useState } from 'react';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import type { ReviewField } from './arrange-fields.ts';
import { ticketQuery } from './ticket-query.ts';

export interface FieldEdit {
  /** What is typed in the field and not yet stored. */
  text: string;
  saving: boolean;
  /** Why it could not be stored. */
  error: string | null;
}

export interface FieldEdits {
  edits: ReadonlyMap<string, FieldEdit>;
  /** Somebody else changed the ticket while something typed here was not yet stored. */
  conflict: boolean;
  type: (field: ReviewField, text: string) => void;
  forget: (key: string) => void;
  /** Whether something typed in this field is not stored, at this very moment. */
  hasUnsaved: (key: string) => boolean;
  /** Stores what is typed in a field; gives whether nothing unstored is left in it. */
  save: (field: ReviewField) => Promise<boolean>;
  /** Stores everything that is typed; gives whether nothing unstored is left. */
  saveAll: (fields: readonly ReviewField[]) => Promise<boolean>;
  forgetAll: () => void;
}

/**
 * What is being typed over a ticket's values. Stores one value after the other, each against the version of the ticket
 * that is on the screen, and keeps what was typed until the server has it.
 */
export function useFieldEdits(ticketId: string): FieldEdits {
  const queryClient = useQueryClient();
  const sentence = useProblemSentence();
  const [edits, setEdits] = useState<ReadonlyMap<string, FieldEdit>>(new Map());
  const [conflict, setConflict] = useState(false);
  const latest = useRef(edits);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const { queryKey } = ticketQuery(ticketId);

  const update = (key: string, edit: FieldEdit | null) => {
    const next = new Map(latest.current);
    if (edit === null) next.delete(key);
    else next.set(key, edit);
    latest.current = next;
    setEdits(next);
  };

  const store = async ({ key, address }: ReviewField): Promise<boolean> => {
    const edit = latest.current.get(key);
    const ticket = queryClient.getQueryData(queryKey);
    if (edit === undefined || ticket === undefined) return true;
    const text = edit.text.trim();
    if (text === storedText(ticket, address)) {
      update(key, null);
      return true;
    }
    update(key, { ...edit, saving: true, error: null });
    try {
      const values = [{ ...address, text: text === '' ? null : text }];
      const body = { version: ticket.version, values };
      const params = { path: { ticketId } };
      const changed = await readAnswer(api.PATCH('/v1/tickets/{ticketId}/values', { params, body }));
      queryClient.setQueryData(queryKey, changed);
      // Typed on meanwhile: that is a new edit, and not stored yet.
      const now = latest.current.get(key);
      update(key, now && now.text !== edit.text ? { ...now, saving: false } : null);
      return true;
    } catch (error) {
      const now = latest.current.get(key) ?? edit;
      const isConflict = problemCode(error) === 'version_conflict';
      update(key, { ...now, saving: false, error: isConflict ? null : sentence(error) });
      if (isConflict) {
        setConflict(true);
        await queryClient.invalidateQueries({ queryKey });
      }
      return false;
    }
  };

  const save = (field: ReviewField) => {
    const saved = line.current.then(() => store(field));
    line.current = saved;
    return saved;
  };

  const saveAll = async (fields: readonly ReviewField[]) => {
    setConflict(false);
    let complete = true;
    for (const field of fields) {
      if (latest.current.has(field.key)) complete = (await save(field)) && complete;
    }
    await line.current;
    return complete && latest.current.size === 0;
  };

  return {
    edits,
    conflict,
    type: ({ key }, text) => update(key, { text, saving: false, error: null }),
    forget: (key) => update(key, null),
    hasUnsaved: (key) => latest.current.has(key),
    save,
    saveAll,
    forgetAll: () => {
      latest.current = new Map();
      setEdits(latest.current);
      setConflict(false);
    },
  };
}

function storedText(ticket: TicketDetail, address: ReviewField['address']): string {
  const value = ticket.values.find(({ field, row }) => field === address.field && row === address.row);
  return value?.normalized ?? '';
}
