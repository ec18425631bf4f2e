import { createTicketAssessor } from '@cscx/support-core';

/** Of this process: tickets in memory are reported on and evaluated over and over, and a changed one is another object. */
export const assess = createTicketAssessor();
