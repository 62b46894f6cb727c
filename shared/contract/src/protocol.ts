/**
 * Version of the wire. A test keeps a hash of the feed and REST schemas for each version, so that a
 * change of the wire is always a decision, and always another version.
 */
export const PROTOCOL_VERSION = 50;
