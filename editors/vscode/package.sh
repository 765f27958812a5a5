#!/bin/sh
# Makes the extension: `editors/vscode/package.sh` leaves `iml-check-<version>.vsix` in this folder.
set -eu
cd "$(dirname "$0")"
cp ../../LICENSE-MIT LICENSE.txt
npm ci
npx vsce package --allow-missing-repository
rm LICENSE.txt
