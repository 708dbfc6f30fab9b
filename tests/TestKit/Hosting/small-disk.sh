# A PostgreSQL server whose data lies on a disk of its own: in memory, and small enough for a test to fill. Runs in a mount namespace of its own,
# so that the disk is gone with the last process, however it ended.
# Arguments: megabytes of the disk, folder of PostgreSQL's programs, port.
# Standard input: "start", "fill N" (N megabytes are left), "free"; each is answered by a line. Its end ends the server. Whatever fails is told on standard
# error, and is the code it ends with.
set -euo pipefail
megabytes=$1 programs=$2 port=$3
export LC_ALL=C.UTF-8
disk=$(mktemp -d) server=
# The disk goes with the namespace; its place is seen outside.
clean() {
  [ -z "$server" ] || kill -INT "$server" 2>/dev/null || true
  wait
  cd /
  mountpoint --quiet "$disk" && umount "$disk"
  rmdir "$disk"
}
trap clean EXIT
mount -t tmpfs -o "size=${megabytes}m,mode=755" tmpfs "$disk"
chown postgres: "$disk"
cd "$disk"
setpriv --reuid=postgres --regid=postgres --init-groups -- "$programs/initdb" -D "$disk/data" --username postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >&2
while read -r word number; do
  case $word in
  start)
    if [ -z "$server" ] || ! kill -0 "$server" 2>/dev/null; then
      setpriv --reuid=postgres --regid=postgres --init-groups -- "$programs/postgres" -D "$disk/data" -c "port=$port" -c listen_addresses=localhost \
        -c unix_socket_directories= -c shared_buffers=32MB -c min_wal_size=32MB -c max_wal_size=64MB -c fsync=off -c autovacuum_naptime=5s </dev/null >&2 &
      server=$!
    fi
    until "$programs/pg_isready" -q -U postgres -h localhost -p "$port"; do
      kill -0 "$server" 2>/dev/null || break
      sleep 0.1
    done
    ;;
  fill)
    left=$(df --output=avail --block-size=1M "$disk" | tail -n 1)
    [ "$left" -le "$number" ] || head -c "$(((left - number) * 1048576))" /dev/zero >"$disk/ballast"
    ;;
  free) rm -f "$disk/ballast" ;;
  *)
    echo "unknown: $word" >&2
    exit 2
    ;;
  esac
  echo done
done
