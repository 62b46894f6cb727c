/** What the shell throws when a command does not reach the hall. A refusal of the hall is a value. */
import { FAULTS, type FaultCode } from '@tingxu/contract/problems';

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;

  constructor(code: FaultCode, options?: ErrorOptions) {
    super(FAULTS[code].title, options);
    this.code = code;
  }
}
