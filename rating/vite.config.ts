import { viteApp } from '../scripts/vite-app.ts';

export default viteApp('/rating/', 5188);
