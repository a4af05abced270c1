/**
 * An annotation `ml-app.acknowledge/RULE: reason` says that a warning was seen and is wanted. It counts for the findings
 * of its own object, and on a workload also for those of the autoscalers, Services and budgets that belong to it.
 */
export const ACKNOWLEDGE = 'ml-app.acknowledge/';
