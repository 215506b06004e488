/** Service fields of the contract: set by the page, never typed. Apart from fields.ts, for the script that comes first. */
export const SESSION_FIELD = 'session';
export const SESSION_START_FIELD = 'session_start';
export const CONSENT_HASH_FIELD = 'consent_hash';
export const SUBMISSION_ID_FIELD = 'submission_id';
export const FORM_VERSION_FIELD = 'form_version';
