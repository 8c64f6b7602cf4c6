#!/usr/bin/env bash
# enter.sh LAB_ROOT MACHINE_FOLDER COMMAND...
#
# Runs COMMAND as the invented user on the invented machine. Expects to be started by `unshare` in
# fresh mount, uts, ipc and pid namespaces; what it mounts goes away with them.
set -euo pipefail

if [[ $# -lt 3 ]]; then
  echo "usage: enter.sh LAB_ROOT MACHINE_FOLDER COMMAND..." >&2
  exit 64
fi
root=$1
machine=$2
shift 2

home=$(awk -F: '$3 == 1000 { print $6 }' "$machine/etc/passwd")
directory=$(cat "$machine/directory")
zone=$(cat "$machine/etc/timezone")
# Virtual environments may point at an interpreter outside /usr; it has to stay in sight.
interpreter=/usr
if [[ -e $root/venvs/srv/bin/python ]]; then
  interpreter=$(dirname "$(dirname "$(readlink -f "$root/venvs/srv/bin/python")")")
fi

mount --make-rprivate /
hostname "$(cat "$machine/etc/hostname")"

# A handle on what must survive, then nothing of this computer's homes and scratch space.
mount -t tmpfs -o mode=755 none /run
mkdir /run/lab /run/interpreter
mount --bind "$root" /run/lab
if [[ $interpreter != /usr ]]; then
  mount --bind "$interpreter" /run/interpreter
fi
for folder in /root /home /tmp /var/tmp /mnt /srv; do
  mount -t tmpfs -o mode=1777 none "$folder"
done
chmod 755 /root /home /mnt /srv
mkdir -p "$root"
mount --move /run/lab "$root"
if [[ $interpreter != /usr ]]; then
  mkdir -p "$interpreter"
  mount --move /run/interpreter "$interpreter"
  mount -o remount,bind,ro "$interpreter"
fi

# A private /etc: tools read the time zone from the link, the user from passwd, and so on.
cp -a /etc /run/etc 2>/dev/null || true
(
  cd /run/etc
  rm -rf shadow* gshadow* ssh netns gitconfig localtime
  ln -s "/usr/share/zoneinfo/$zone" localtime
  for file in resolv.conf hosts passwd group hostname machine-id timezone; do
    rm -f "$file"
    cp "$machine/etc/$file" "$file"
  done
)
cp "$machine/etc/ca-certificates.crt" /run/etc/ssl/certs/ca-certificates.crt
mount --bind /run/etc /etc
mkdir -p "$home"
mount --bind "$machine/home" "$home"
rmdir /run/lab /run/interpreter 2>/dev/null || true

cd "$directory"
# shellcheck disable=SC2016  # the inner shell expands these
exec setpriv --reuid=1000 --regid=1000 --clear-groups \
  /usr/bin/env -i bash --noprofile --norc -c \
  'set -a; . "$0/environment"; set +a; unset _ SHLVL OLDPWD; umask 022; exec "$@"' "$machine" "$@"
