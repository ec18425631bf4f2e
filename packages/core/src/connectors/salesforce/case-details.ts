import type {
  SalesforceAnswer,
  SalesforceHistory,
  SalesforceMilestone,
  SalesforceReply,
} from './salesforce-payload.js';

/** What other objects tell of one case. */
export interface CaseDetails {
  milestones: readonly SalesforceMilestone[];
  history: readonly SalesforceHistory[];
  emails: readonly SalesforceReply[];
  comments: readonly SalesforceReply[];
  answers: readonly SalesforceAnswer[];
}

/** Of a case of which nothing else is known. */
export const NO_DETAILS: CaseDetails = { milestones: [], history: [], emails: [], comments: [], answers: [] };
