import { recoverySpecs } from './recovery.js';

recoverySpecs('redis');
