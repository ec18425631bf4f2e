import type {
  SalesforceAnswer,
  SalesforceHistory,
  SalesforceMilestone,
  SalesforceReply,
} from './salesforce-payload.js';

/** What other objects tell of one case, while it is being read. */
export interface CollectedDetails {
  milestones: SalesforceMilestone[];
  history: SalesforceHistory[];
  emails: SalesforceReply[];
  comments: SalesforceReply[];
  answers: SalesforceAnswer[];
}

/** What other objects tell of one case. */
export type CaseDetails = { readonly [Key in keyof CollectedDetails]: readonly CollectedDetails[Key][number][] };

/** Of a case of which nothing else is known yet. */
export const noDetails = (): CollectedDetails => ({
  milestones: [],
  history: [],
  emails: [],
  comments: [],
  answers: [],
});

/** Of a case of which nothing else is known. */
export const NO_DETAILS: CaseDetails = noDetails();
