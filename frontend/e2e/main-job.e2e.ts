import { describe } from 'vitest';
import { useBrowser } from './browser';
import { people } from './job/people';
import { results } from './job/results';
import { study } from './job/study';
import { works } from './job/works';

useBrowser();

// Each step builds on those before it, as in a county.
describe('the whole main job', () => {
  people();
  study();
  works();
  results();
});
