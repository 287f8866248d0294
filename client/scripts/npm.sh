#!/bin/sh
# Runs npm in the folder of the web page; explains what to install if npm is missing.
set -eu
cd "$(dirname "$0")/.."
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "The web page needs Node 20 or newer and npm, which are not on the PATH." >&2
    echo "Install them (https://nodejs.org, or: apt-get install nodejs npm), or build without the page: -Dclient.skip" >&2
    exit 1
fi
if [ "$1" = ci ]; then
    # npm ci downloads everything again, so it runs only when the lock file has changed.
    lock=$(cksum package-lock.json .npmrc)
    if [ "$(cat node_modules/.installed 2>/dev/null)" != "$lock" ]; then
        npm ci --no-audit --no-fund --loglevel=error
        echo "$lock" >node_modules/.installed
    fi
    exit 0
fi
exec npm "$@"
