/** How often each customer of the record was passed over, by the product's own definition. */
import type { CounterId, ServiceId } from '@tingxu/contract/ids';
import type { RecordedCustomer } from './recorded-day.ts';

/**
 * A waiting customer counts each time an agent who could have served them took a customer who came
 * later. In the order of `customers`.
 */
export const recordedPassOvers = (
  customers: readonly RecordedCustomer[],
  skillsOf: ReadonlyMap<CounterId, readonly ServiceId[]>,
): readonly number[] => {
  const services = customers.flatMap((taken) =>
    taken.served
      ? [{ at: taken.served.startedAt, taken, skills: skillsOf.get(taken.served.counter) ?? [] }]
      : [],
  );
  return customers.map((customer) => {
    const leftAt = customer.arrivedAt + customer.waitMs;
    return services.filter(
      ({ at, taken, skills }) =>
        taken.arrivedAt > customer.arrivedAt && at < leftAt && skills.includes(customer.service),
    ).length;
  });
};
