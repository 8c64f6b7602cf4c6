#!/usr/bin/env bash
# Installs what the lab needs: tools from apt, clients from PyPI and apt, all under LAB_ROOT.
set -euo pipefail
umask 022

usage() {
  cat >&2 <<'TEXT'
usage: setup.sh [NAME...]     as root on Debian 12; may be repeated, what is there stays

  (none)       srv sdks: the mock vendor and the vendors' SDKs, some 350 MB
  srv          the mock vendor, always set up
  sdks         anthropic openai google-genai mistralai cohere groq huggingface_hub, websockets,
               http-client, raw-tls
  posthog sentry statsig langsmith wandb
               one telemetry library each
  rpc          connectrpc, sonora: clients of Connect and gRPC-web; protobuf
  litellm crewai gradio aider mem0 chroma browseruse
               one open tool each
  claude codex copilot
               command-line agents out of pinned wheels, 0.2 to 0.4 GB each, three for claude; see
               their licences before use
  chromium node
               from apt
  all          everything, several GB
TEXT
  exit 64
}

root=${LAB_ROOT:-/srv/telltale-lab}
python=${PYTHON:-/usr/bin/python3}
known=(srv sdks posthog sentry statsig langsmith wandb rpc litellm crewai gradio aider mem0 chroma
  browseruse claude codex copilot chromium node)

packages() {
  local package missing=()
  for package; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
      missing+=("$package")
  done
  [[ ${#missing[@]} -eq 0 ]] && return
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends "${missing[@]}"
}

# environment NAME DISTRIBUTION...: a virtual environment, complete once its file `ok` is there
environment() {
  local folder=$root/venvs/$1
  shift
  [[ -e $folder/ok ]] && return
  rm -rf "$folder"
  "$python" -m venv "$folder"
  "$folder/bin/pip" install -q "$@"
  touch "$folder/ok"
}

# wheel NAME REQUIREMENT: an unpacked wheel, not installed
wheel() {
  local folder=$root/dl/$1
  [[ -e $folder/ok ]] && return
  rm -rf "$folder"
  mkdir -p "$folder"
  "$python" -m pip download -q --no-deps --only-binary :all: -d "$folder" "$2"
  unzip -qo "$folder"/*.whl -d "$folder"
  touch "$folder/ok"
}

install() {
  case $1 in
    srv) environment srv h11 h2 cryptography aioquic brotli zstandard wsproto ;;
    sdks)
      environment sdks h2 anthropic openai google-genai mistralai cohere groq huggingface_hub \
        websockets zstandard brotli
      ;;
    rpc) environment rpc connectrpc sonora grpcio protobuf ;;
    sentry) environment sentry sentry-sdk ;;
    statsig) environment statsig statsig-python-core ;;
    langsmith) environment langsmith langchain-core langchain-openai langsmith ;;
    posthog | wandb | litellm | crewai | gradio) environment "$1" "$1" ;;
    aider) environment aider aider-chat ;;
    mem0) environment mem0 mem0ai ;;
    chroma) environment chroma chromadb ;;
    browseruse)
      packages chromium
      environment browseruse browser-use
      ;;
    claude)
      local version
      for version in 0.1.56 0.2.95 0.2.187; do
        wheel "claude-$version" "claude-agent-sdk==$version"
      done
      ;;
    codex) wheel codex openai-codex-cli-bin==0.163.0 ;;
    copilot) wheel copilot github-copilot-sdk==1.0.0 ;;
    chromium) packages chromium ;;
    node) [[ -x /usr/bin/node ]] || packages nodejs ;;
  esac
}

names=("$@")
[[ $# -gt 0 ]] || names=(srv sdks)
[[ $* != all ]] || names=("${known[@]}")
for name in "${names[@]}"; do
  [[ " ${known[*]} " == *" $name "* ]] || usage
done
if [[ $EUID -ne 0 ]]; then
  echo "setup.sh: needs root (apt, and $root)" >&2
  exit 77
fi

packages ca-certificates curl ethtool git iproute2 openssl procps python3-pip python3-venv tshark \
  tzdata unzip wireshark-common
mkdir -p "$root"/{out,venvs,dl,logs,tmp}
failed=()
mapfile -t names < <(printf '%s\n' srv "${names[@]}" | awk '!seen[$0]++')
for name in "${names[@]}"; do
  echo "== $name"
  # One client that cannot be had keeps no other back. `set -e` sleeps inside a condition, so the
  # exit status is fetched from a background job.
  install "$name" &
  wait $! || failed+=("$name")
done
if [[ ${#failed[@]} -gt 0 ]]; then
  echo "setup.sh: failed: ${failed[*]}; run it again with these names" >&2
  exit 1
fi
