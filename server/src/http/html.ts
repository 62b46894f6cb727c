/** The plain pages of the server itself: no script, one style sheet, nothing from the network. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for element content and quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

export const STYLE_PATH = '/server.css';

/** `body` is HTML; `title` is text. */
export const page = (content: { title: string; lang: string; body: string }): string =>
  `<!doctype html>
<html lang="${content.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(content.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
${content.body}
</body>
</html>
`;

/** The colours and faces of the screens, on paper. Source: shared/ui/src/tokens.css. */
export const STYLE = `
:root { --text: #10292c; --muted: #384a4c; --bg: #f5f1e8; --surface: #fffdf8; --line: #d6cebd;
  --accent: #0f4c50; --soft: #d8e7e4; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 3rem 1.5rem 4rem; background: var(--bg);
  color: var(--text); font: 400 1rem/1.6 "IBM Plex Sans", Roboto, "Segoe UI", Arial,
  "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; font-weight: 600; }
h1 small { display: block; font-size: 1rem; font-weight: 400; color: var(--muted); }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; font-weight: 600; }
p { margin: .5rem 0; } a { color: var(--accent); } code { font-size: .9em; }
a:focus-visible { outline: 3px solid #1646b8; outline-offset: 2px; }
header { border-bottom: 3px solid var(--accent); padding-bottom: 1.25rem; }
.screens { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem;
  margin: 1rem 0 0; padding: 0; list-style: none; }
.screens a { display: flex; flex-direction: column; height: 100%; padding: 1.25rem; border: 1px solid var(--line);
  border-radius: .75rem; background: var(--surface); text-decoration: none; color: inherit; }
.screens a:hover { border-color: var(--accent); background: var(--soft); }
.screens strong { display: block; font-size: 1.5rem; line-height: 1.3; }
.screens span { display: block; color: var(--muted); }
.screens .about { margin: .5rem 0 1rem; font-size: .9375rem; }
.screens code { margin-top: auto; color: var(--accent); }
table { width: 100%; border-collapse: collapse; background: var(--surface); }
th, td { padding: .5rem .75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: #ece6d9; font-weight: 600; }
tr:target { background: var(--soft); }
.scroll { overflow-x: auto; }
figure { margin: 1.25rem 0 0; } figure img { display: block; max-width: 100%; border-radius: .25rem; }
figcaption { margin-top: .25rem; }
.signs > div { display: flex; flex-wrap: wrap; gap: 0 1.5rem; }
.callers { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1.5rem; margin-top: 1.5rem; }
.caller { padding: 1.25rem; border: 1px solid var(--line); border-radius: 1rem; background: #2b3133; color: #e9eeee; }
.caller h2 { margin: 0 0 .75rem; font-size: 1rem; } .caller small { font-weight: 400; opacity: .75; }
.glass { padding: .5rem .75rem; border-radius: .5rem; background: #170707; color: #ff4b3a; text-align: center;
  font: 700 2.25rem/1.2 "DejaVu Sans Mono", Consolas, monospace; white-space: pre; letter-spacing: .04em; }
.lamp { display: flex; align-items: center; gap: .5rem; margin: .75rem 0; font-size: .875rem; }
.lamp i { width: .75rem; height: .75rem; border-radius: 50%; background: #5b6365; }
.lamp i[data-state="2"] { background: #47c97e; } .lamp i[data-state="3"] { background: #ffb020; }
.lamp i[data-state="4"] { background: #4aa8ff; } .lamp i[data-state="5"] { background: #d9dede; }
.keys { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; }
.keys button { min-height: 3.75rem; padding: .25rem; border: 0; border-radius: .5rem; background: #4a5356; color: #fff;
  font: inherit; font-size: .875rem; line-height: 1.25; cursor: pointer; box-shadow: 0 2px 0 #15191a; }
.keys button:active { transform: translateY(2px); box-shadow: none; }
.keys button:focus-visible { outline: 3px solid #9cc2ff; outline-offset: 2px; }
.keys b { display: block; font-size: 1.125rem; } .keys small { display: block; }
.keys .wide { background: #1f7a58; } .keys .refused { background: #8b2f2a; }
.said { min-height: 1.6em; margin: .75rem 0 0; font-size: .875rem; color: #ffb4a8; } .said.good { color: #8fe3b4; }
footer { margin-top: 3rem; color: var(--muted); }
`;
