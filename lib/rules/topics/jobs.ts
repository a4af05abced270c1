import { cronJob } from '../cron-job';
import { job } from '../job';
import type { Rule } from '../rule';

/** Rules on Jobs and CronJobs. */
export const RULES: readonly Rule[] = [job, cronJob];
