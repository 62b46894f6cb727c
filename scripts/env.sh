# Puts the workspace's Node and pnpm first on PATH for this shell: `. scripts/env.sh`
# (from the root of the checkout, or from anywhere with bash or zsh).
_tingxu_root="$(cd "$(dirname "${BASH_SOURCE[0]:-$0}")/.." 2>/dev/null && pwd)"
[ -f "$_tingxu_root/scripts/run.mjs" ] || _tingxu_root="$PWD"
node "$_tingxu_root/scripts/run.mjs" tools
_tingxu_node="$(ls -d "$_tingxu_root"/tools/node/node_modules/node-*/bin 2>/dev/null | head -n 1)"
[ -n "$_tingxu_node" ] && PATH="$_tingxu_node:$PATH"
PATH="$_tingxu_root/node_modules/.bin:$_tingxu_root/tools/pnpm/node_modules/.bin:$PATH"
export PATH
unset _tingxu_root _tingxu_node
