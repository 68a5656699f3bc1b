/** Thrown by a job's handler when trying again can't help: the job fails at once, whatever attempts it has left. */
export class PermanentError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PermanentError';
  }
}
