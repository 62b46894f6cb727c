/** How close a waiting ticket is to its pass-over cap. Pure. Rules: CALL-4. */
type PassedOver = { readonly passedOver: number; readonly passOverCap: number };

/** At the cap a ticket is protected: only tickets with its place or an earlier one go first. */
export const isProtected = ({ passedOver, passOverCap }: PassedOver): boolean =>
  passedOver >= passOverCap;

/** From two thirds of the cap on. */
export const isNearCap = ({ passedOver, passOverCap }: PassedOver): boolean =>
  passedOver > 0 && passedOver * 3 >= passOverCap * 2;
