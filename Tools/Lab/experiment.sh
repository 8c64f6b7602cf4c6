#!/usr/bin/env bash
# Records the experiment of the client that hides its environment, in random order, and puts it with its
# secrets and its description into Captures/hidden-environment.
set -euo pipefail

if [[ $# -gt 0 ]]; then
  echo "usage: experiment.sh     (as root; rewrites Captures/hidden-environment)" >&2
  exit 64
fi
here=$(dirname "$(readlink -f "$0")")
out=${LAB_ROOT:-/srv/telltale-lab}/out/hidden-environment
target=$here/../../Captures/hidden-environment
mkdir -p "$target"

runs=()
for zone in new_york tokyo; do
  for language in en ja; do
    for replicate in 1 2 3 4; do runs+=("${zone}__${language}__r$replicate"); done
  done
done
# The order is drawn once and kept, so that the recordings can be made again.
mapfile -t order < <(printf '%s\n' "${runs[@]}" | shuf --random-source=<(yes plover-2207))

{
  echo "# The project's own client that hides time zone and language: 2 x 2 x 4 runs, in random order."
  echo "schema: telltale.experiment/1"
  echo "levels:"
  echo "  TZ:"
  echo "    America/New_York: {place.timezone: America/New_York}"
  echo "    Asia/Tokyo: {place.timezone: Asia/Tokyo}"
  echo "  LANG:"
  echo "    en_US: {place.locale: en_US}"
  echo "    ja_JP: {place.locale: ja_JP}"
  echo "runs:"
} >"$target/experiment.yaml"

number=0
for run in "${order[@]}"; do
  number=$((number + 1))
  "$here/lab.py" run "hidden-environment/$run"
  editcap --inject-secrets "tls,$out/$run/keys.log" "$out/$run/capture.pcapng" "$target/$run.pcapng"
  "$here/plain_headers.py" "$target/$run.pcapng"
  chmod 644 "$target/$run.pcapng"
  zone=America/New_York language=en_US
  [[ $run == tokyo* ]] && zone=Asia/Tokyo
  [[ $run == *__ja__* ]] && language=ja_JP
  echo "  - {capture: $run.pcapng, order: $number, factors: {TZ: $zone, LANG: $language}}" \
    >>"$target/experiment.yaml"
done
