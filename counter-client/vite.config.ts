import { viteApp } from '../scripts/vite-app.ts';

export default viteApp('/counter/', 5182);
