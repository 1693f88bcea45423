import { prepareTemplate } from './postgres.js';

await prepareTemplate();
