import { mailSpecs } from './mail.js';

mailSpecs('redis');
