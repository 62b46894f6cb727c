/** Steps between scores, so large that a wait never makes up for one. */

/**
 * What a `strict` score loses for each lane that goes before its own: larger than any score of a day,
 * small enough to stay an exact integer when multiplied by lanes. Units: ms. Rules: CALL-7.
 */
export const STRICT_LANE_STEP = 1_000_000_000_000;

/**
 * What a `ratio` score loses for each part of a turn that its lane has had in advance: larger than any
 * wait of a day. A whole turn has `TURN` parts, which every weight divides. Units: ms. Rules: CALL-13.
 */
export const RATIO_TURN_STEP = 1_000_000_000;
/** Parts of a turn. Rules: CALL-13. */
export const TURN = 720_720;
