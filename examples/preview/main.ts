// A ranking service whose load is known, and a test (preview.test.ts) that says how it gets through last Monday: so that
// nothing of it changes for the worse without a word. The chart stands in ranker.ts, for both.
//
// Needs nothing beside the cluster: the test asks none.
import { App } from 'cdk8s-autoscaled-ml-app';
import { RankerChart } from './ranker';

const app = new App();
new RankerChart(app, 'preview');

app.synth();
