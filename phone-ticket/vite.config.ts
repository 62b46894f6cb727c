import { viteApp } from '../scripts/vite-app.ts';

export default viteApp('/t/', 5186);
