#!/bin/sh
# Writes .env for docker-compose.yml: example.env with a random secret wherever one is empty. Never overwrites.
# Usage: sh infra/docker/make-env.sh [file to write, .env in the root of the repository by default]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
file=${1:-$here/../../.env}

if [ -e "$file" ]; then
  echo "$file exists already and stays as it is." >&2
  exit 1
fi

umask 077
while IFS= read -r line; do
  case $line in
    \#*) ;;
    *=) line=$line$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n') ;;
  esac
  printf '%s\n' "$line"
done < "$here/example.env" > "$file.part"
mv "$file.part" "$file"
echo "Wrote $file, with new secrets. Look through it before you start."
