import { render } from 'preact';

const root = document.getElementById('app');
if (root) render(<h1>厅序 · 叫号屏</h1>, root);
