# Runs a command in a session of its own and outlives the host just long enough to end it.
# Arguments: signal that asks the command to end, shell command to run after an end that was asked for (may be empty), the command.
# Standard input is a pipe from the host: a line with a number asks the command to end within that many seconds;
# the end of the pipe means that the host is gone, and five seconds are left. The first line out is the process id.
stop=$1 cleanup=$2
shift 2
exec 3<&0
setsid bash -c 'echo $$; exec "$@"' bash "$@" </dev/null 3<&- &
child=$!
asked=
trap 'asked=yes' USR1
{
  read -r grace <&3 || grace=5
  kill -s USR1 $$
  kill -s "$stop" "$child"
  left=$((grace * 10))
  while [ "$left" -gt 0 ] && kill -0 "$child"; do
    sleep 0.1
    left=$((left - 1))
  done
  kill -s KILL -- "-$child"
} >/dev/null 2>&1 &
watch=$!
# A signal interrupts the wait; the process is gone for good once it has been waited for.
while :; do
  wait "$child" 2>/dev/null
  code=$?
  kill -0 "$child" 2>/dev/null || break
done
kill -s KILL "$watch" 2>/dev/null
kill -s KILL -- "-$child" 2>/dev/null
[ -z "$asked" ] || [ -z "$cleanup" ] || sh -c "$cleanup" >/dev/null 2>&1
exit "$code"
