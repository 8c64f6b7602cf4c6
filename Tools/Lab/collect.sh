#!/usr/bin/env bash
# Copies recordings of open-source clients into Captures/, with their secrets inside, and writes what
# they held into Captures/expected.json.
set -euo pipefail

if [[ $# -gt 0 ]]; then
  echo "usage: collect.sh     (records what is missing, then rewrites Captures/*.pcapng)" >&2
  exit 64
fi
here=$(dirname "$(readlink -f "$0")")
out=${LAB_ROOT:-/srv/telltale-lab}/out
captures=$here/../../Captures

# collect SCENARIO FILE [without-keys]
collect() {
  local source=$out/$1/capture.pcapng
  [[ -e $source ]] || "$here/lab.py" run "$1"
  if [[ ${3:-} == without-keys || ! -s $out/$1/keys.log ]]; then
    cp "$source" "$captures/$2"
  else
    editcap --inject-secrets "tls,$out/$1/keys.log" "$source" "$captures/$2"
  fi
  "$here/plain_headers.py" "$captures/$2"
  chmod 644 "$captures/$2"
  "$here/expectations.py" "$2" "$1" "${@:3}"
  echo "$2: $(stat -c %s "$captures/$2") bytes, $(tshark -n -r "$captures/$2" \
    -Y 'http.request || http2.headers.method || websocket' 2>/dev/null | wc -l) frames with requests"
}

collect curl/anthropic-tls13 curl-anthropic-tls13.pcapng
collect curl/tls12-chacha curl-tls12-chacha.pcapng
collect curl/plain-http-gateway plain-http-gateway.pcapng
collect anthropic/sync-and-stream anthropic-sdk-stream.pcapng
collect openai/async-h2-multiplex openai-sdk-h2.pcapng
collect openai/https-proxy-auth openai-sdk-proxy.pcapng
collect node/fetch-openai node-fetch-openai.pcapng
collect websockets/openai-realtime openai-realtime-websocket.pcapng
collect posthog/capture-gzip posthog-gzip.pcapng
collect connectrpc/connect connect-rpc.pcapng
collect connectrpc/grpc-web grpc-web-h2.pcapng
collect sonora/grpc-web grpc-web-http1.pcapng
collect clearcut/log-request clearcut.pcapng
collect marker-imitation/all-forms marker-imitation.pcapng
collect marker-imitation/all-forms marker-imitation-no-keys.pcapng without-keys
collect marker-imitation/unmarked marker-imitation-unmarked.pcapng
