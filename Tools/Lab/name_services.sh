#!/usr/bin/env bash
# Records Captures/llmnr-nbns.pcapng: two machines on a link of their own, each with systemd-resolved
# and Samba's nmbd, register their names and one asks for the other's.
#
# Both programs run out of unpacked packages: installing systemd-resolved would change how this
# computer resolves names. Needs root on Debian 12; samba-common-bin and dbus from apt.
set -euo pipefail

if [[ $# -gt 0 || $EUID -ne 0 ]]; then
  echo "usage: name_services.sh     as root" >&2
  exit 64
fi
here=$(dirname "$(readlink -f "$0")")
root=${LAB_ROOT:-/srv/telltale-lab}
unpacked=$root/dl/name-services work=$root/tmp/name-services
capture=$here/../../Captures/llmnr-nbns.pcapng

if [[ ! -e $unpacked/ok ]]; then
  DEBIAN_FRONTEND=noninteractive apt-get install -yq --no-install-recommends samba-common-bin dbus
  mkdir -p "$unpacked"
  (cd "$unpacked" && apt-get -q download samba systemd-resolved)
  for package in "$unpacked"/*.deb; do dpkg-deb -x "$package" "$unpacked"; done
  touch "$unpacked/ok"
fi
rm -rf "$work"
mkdir -p "$work"

# The private side of one machine: its name, its /run, its two daemons. FOLDER NAME [ASKED-FOR]
cat > "$work/machine.sh" <<'INNER'
set -eu
folder=$1 name=$2 asked=${3:-}
hostname "$name"
mount -t tmpfs none /run
mkdir -p /run/dbus /run/samba /run/systemd/resolve
mount -t overlay -o "lowerdir=/etc,upperdir=$folder/etc,workdir=$folder/etc.work" none /etc
echo 'systemd-resolve:x:990:990::/:/usr/sbin/nologin' >> /etc/passwd
echo 'systemd-resolve:x:990:' >> /etc/group
chown 990:990 /run/systemd/resolve
mkdir -p /etc/systemd
printf '[Resolve]\nLLMNR=yes\nMulticastDNS=no\nDNSStubListener=no\n' > /etc/systemd/resolved.conf
cat > "$folder/dbus.conf" <<'CONF'
<busconfig>
  <type>system</type>
  <listen>unix:path=/run/dbus/system_bus_socket</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_type="*"/><allow receive_type="*"/>
    <allow send_destination="*"/>
  </policy>
</busconfig>
CONF
cat > "$folder/smb.conf" <<CONF
[global]
workgroup = TIDEPOOL
local master = no
netbios name = $name
log file = $folder/nmbd.log
lock directory = $folder
state directory = $folder
cache directory = $folder
pid directory = $folder
private dir = $folder
ncalrpc dir = $folder
CONF
dbus-daemon --config-file="$folder/dbus.conf" --nofork &
bus=$!
sleep 0.5
"$UNPACKED/lib/systemd/systemd-resolved" 2> "$folder/resolved.log" &
resolved=$!
"$UNPACKED/usr/sbin/nmbd" -F --no-process-group -s "$folder/smb.conf" > "$folder/nmbd.out" 2>&1 &
nmbd=$!
sleep 10
if [ -n "$asked" ]; then
  "$UNPACKED/usr/bin/resolvectl" query --protocol=llmnr "$asked" || true
  "$UNPACKED/usr/bin/resolvectl" query --protocol=llmnr nothere || true
  nmblookup -s "$folder/smb.conf" "$asked" || true
  nmblookup -s "$folder/smb.conf" -A 10.77.9.1 || true
fi
sleep 3
kill "$nmbd" "$resolved" "$bus"
wait || true
INNER

stop() {
  for side in a b; do ip netns delete "names-$side" 2>/dev/null || true; done
}
trap stop EXIT
ip netns add names-a
ip netns add names-b
ip link add eth0 netns names-a type veth peer name eth0 netns names-b
number=0
for side in a b; do
  number=$((number + 1))
  ip -n "names-$side" link set eth0 address "02:00:0a:4d:09:0$number"
  ip -n "names-$side" address add "10.77.9.$number/24" brd + dev eth0
  ip -n "names-$side" link set lo up
  ip -n "names-$side" link set eth0 up
  mkdir -p "$work/$side/etc" "$work/$side/etc.work"
done

# machine SIDE NAME [ASKED-FOR]
machine() {
  UNPACKED=$unpacked ip netns exec "names-$1" \
    unshare -m -u bash "$work/machine.sh" "$work/$1" "${@:2}" > "$work/$1/out" 2>&1
}

ip netns exec names-a dumpcap -q -i eth0 -w "$work/capture.pcapng" 2> /dev/null &
recorder=$!
sleep 2
machine a falcon &
first=$!
machine b heron falcon
wait "$first"
sleep 1
kill -INT "$recorder"
wait "$recorder" || true
tshark -n -r "$work/capture.pcapng" -w "$capture" -Y 'llmnr or nbns' 2> /dev/null
"$here/plain_headers.py" "$capture"
chmod 644 "$capture"
echo "llmnr-nbns.pcapng: $(stat -c %s "$capture") bytes," \
  "$(tshark -n -r "$capture" 2> /dev/null | wc -l) frames"
