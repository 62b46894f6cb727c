/**
 * Version of the wire. A test holds it beside a hash of the feed and REST schemas, so that a change
 * of the wire is always a decision.
 */
export const PROTOCOL_VERSION = 22;
