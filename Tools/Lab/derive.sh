#!/usr/bin/env bash
# Makes captures out of recordings: secrets inside, cut packets, a late start, no keys, bad order,
# several tools in one file. One whose sources are missing is left out, with a line that says so.
set -euo pipefail

if [[ $# -gt 0 ]]; then
  echo "usage: derive.sh     (reads and writes \$LAB_ROOT/out)" >&2
  exit 64
fi
out=${LAB_ROOT:-/srv/telltale-lab}/out
here=$(dirname "$(readlink -f "$0")")

# have NAME SOURCE...: true when every source was recorded
have() {
  local name=$1 source
  shift
  for source; do
    if [[ ! -e $out/$source/capture.pcapng ]]; then
      echo "derived/$name: left out, no $source"
      return 1
    fi
  done
}

# begin NAME SOURCE: a fresh folder with the source's truth
begin() {
  local file
  rm -rf "$out/derived/$1"
  mkdir -p "$out/derived/$1"
  for file in keys.log requests.jsonl env.json profile.json conns.jsonl dns.jsonl; do
    [[ ! -e $out/$2/$file ]] || cp "$out/$2/$file" "$out/derived/$1/"
  done
}

# end NAME TEXT: says what it is, and how many requests tshark reads in it
end() {
  local folder=$out/derived/$1 keys=() requests packets
  [[ ! -e $folder/keys.log ]] || keys=(-o "tls.keylog_file:$folder/keys.log")
  requests=$(tshark -n -r "$folder/capture.pcapng" "${keys[@]}" \
    -o tcp.reassemble_out_of_order:TRUE -Y 'http.request || http2.headers.method' 2>/dev/null | wc -l)
  packets=$(tshark -n -r "$folder/capture.pcapng" 2>/dev/null | wc -l)
  printf '# derived/%s\n\n%s\n\n- %s packets, %s frames with requests in tshark\n' \
    "$1" "$2" "$packets" "$requests" >"$folder/NOTES.md"
  echo "derived/$1: $packets packets, $requests frames with requests"
}

sdk=anthropic/sync-and-stream
if have dsb-embedded "$sdk"; then
  begin dsb-embedded "$sdk"
  editcap --inject-secrets "tls,$out/$sdk/keys.log" "$out/$sdk/capture.pcapng" \
    "$out/derived/dsb-embedded/capture.pcapng"
  rm "$out/derived/dsb-embedded/keys.log"
  end dsb-embedded "$sdk with its secrets inside, as a Decryption Secrets Block."

  begin snaplen-200 "$sdk"
  editcap -s 200 "$out/$sdk/capture.pcapng" "$out/derived/snaplen-200/capture.pcapng"
  end snaplen-200 "$sdk cut to 200 bytes a packet: TLS cannot be read to the end."

  begin mid-stream "$sdk"
  hello=$(tshark -n -r "$out/$sdk/capture.pcapng" -Y 'tls.handshake.type == 2' \
    -T fields -e frame.number | head -n 1)
  editcap "$out/$sdk/capture.pcapng" "$out/derived/mid-stream/capture.pcapng" "1-$hello"
  end mid-stream "$sdk without its first $hello packets: it starts within the handshake."

  begin no-keys "$sdk"
  cp "$out/$sdk/capture.pcapng" "$out/derived/no-keys/"
  rm "$out/derived/no-keys/keys.log"
  end no-keys "$sdk without its secrets: names, sizes and times are all that can be seen."

  begin reordered-duplicated "$sdk"
  python3 "$here/reorder.py" "$out/$sdk/capture.pcapng" \
    "$out/derived/reordered-duplicated/capture.pcapng"
  end reordered-duplicated "$sdk with packets swapped and repeated; every byte is there."
fi

several=(anthropic/sync-and-stream openai/sync-stream-responses posthog/capture-gzip
  curl/plain-http-gateway marker-imitation/all-forms)
if have merged-tools "${several[@]}"; then
  begin merged-tools "${several[0]}"
  folder=$out/derived/merged-tools
  rm -f "$folder"/*.json "$folder"/*.jsonl "$folder/keys.log"
  captures=()
  for name in "${several[@]}"; do
    captures+=("$out/$name/capture.pcapng")
    cat "$out/$name/keys.log" >>"$folder/keys.log"
    cat "$out/$name/requests.jsonl" >>"$folder/requests.jsonl"
  done
  mergecap -w "$folder/capture.pcapng" "${captures[@]}"
  end merged-tools "Several recordings merged by time, with one key log: ${several[*]}"
fi
