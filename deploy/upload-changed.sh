#!/usr/bin/env bash
# Uploads what a build changed, with rclone: to S3 and its kin, SFTP, WebDAV, or whatever else rclone knows.
#
#   npm run -s build -- --report build.json
#   deploy/upload-changed.sh build.json _site my-remote:bucket/site
#
# Files that pages need go first, pages after them, and what is gone is deleted last, so that no reader meets a page whose
# style is missing. What an upload that failed left undone is remembered beside the report (build.json.pending) and done the
# next time: keep that file with the cache. With --all everything is uploaded, as the first time. What lies there and was
# never part of the site is left alone; "rclone sync" removes it.
set -euo pipefail

if [ $# -lt 3 ]; then
  echo "Usage: upload-changed.sh REPORT SITE REMOTE [--all] [-- rclone flags]" >&2
  exit 2
fi
report=$1 site=$2 remote=$3
shift 3
all=no
if [ "${1:-}" = --all ]; then
  all=yes
  shift
fi
[ "${1:-}" = -- ] && shift
pending=$report.pending

lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT

# The report's changes, joined to those that were left undone; a file that is there again is not deleted.
node - "$report" "$site" "$pending" "$lists" "$all" <<'JS'
const { existsSync, readFileSync, readdirSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const [report, site, pending, lists, all] = process.argv.slice(2);
const { changes } = JSON.parse(readFileSync(report, 'utf8'));
const undone = existsSync(pending) ? JSON.parse(readFileSync(pending, 'utf8')) : { written: [], removed: [] };
const everything = () =>
  readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.broadsheet'))
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)));
const touched = new Set([...changes.written, ...changes.removed, ...undone.written, ...undone.removed, ...(all === 'yes' ? everything() : [])]);
const isThere = (file) => existsSync(path.join(site, file));
const written = [...touched].filter(isThere).sort();
const removed = [...touched].filter((file) => !isThere(file)).sort();
writeFileSync(pending, JSON.stringify({ written, removed }));
const write = (name, files) => writeFileSync(path.join(lists, name), files.map((file) => `${file}\n`).join(''));
const kindOf = (file) =>
  /^(?:assets|search\/segments)\//.test(file) ? 'immutable'
  : file.startsWith('media/') ? 'media'
  : /\.(?:html|xml|json|opml|txt)$/.test(file) ? 'pages'
  : 'needed';
for (const kind of ['immutable', 'media', 'needed', 'pages']) write(kind, written.filter((file) => kindOf(file) === kind));
write('removed', removed);
process.stdout.write(`${written.length} files to upload, ${removed.length} to delete.\n`);
JS

# Not compared first: that they changed is known, and not every remote has digests. Lifetimes are those of _headers; remotes that
# keep none ignore them.
upload() {
  local list=$1 lifetime=$2
  shift 2
  [ -s "$lists/$list" ] || return 0
  rclone copy "$site" "$remote" --files-from-raw "$lists/$list" --no-traverse --ignore-times \
    --header-upload "Cache-Control: $lifetime" "$@"
}
upload immutable "public, max-age=31536000, immutable" "$@"
upload media "public, max-age=86400" "$@"
upload needed "public, max-age=0, must-revalidate" "$@"
upload pages "public, max-age=0, must-revalidate" "$@"
if [ -s "$lists/removed" ]; then
  rclone delete "$remote" --files-from-raw "$lists/removed" --rmdirs "$@"
fi
rm -f "$pending"
