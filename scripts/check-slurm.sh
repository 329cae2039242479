#!/usr/bin/env bash
# Runs a sweep on a real Slurm of one node, made for the occasion, and holds it against a serial run.
#
#   scripts/check-slurm.sh [SWEEP]      needs root, and on Debian installs slurm-wlm and munge
#
# Two doors are tried: the job array that `countyflow sweep --emit slurm` writes, with an element
# requeued while it runs, and Dask on Slurm jobs (dask-jobqueue), with a job cancelled while it runs.
# Both must come to the content hash of the serial run. Daemons live in a folder of their own, listen
# on ports of their own and end with the script. On demand: it is not part of scripts/test.sh. The
# last line is `N passed, N failed`; REPLICATIONS says how long the sweep is, KEEP=1 keeps the folder.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export COUNTYFLOW="${COUNTYFLOW:-$PWD/.build/release/countyflow}"
sweep=${1:-$PWD/Scenarios/tiny/sweep.yaml}
replications=${REPLICATIONS:-4}

say() { printf 'check-slurm: %s\n' "$*" >&2; }
[ "$(id -u)" -eq 0 ] || {
  say "the daemons of Slurm need root here"
  exit 1
}
[ -x "$COUNTYFLOW" ] || {
  say "there is no $COUNTYFLOW; build it, or name it in COUNTYFLOW"
  exit 1
}
if ! command -v slurmctld slurmd sbatch munged setpriv >/dev/null; then
  say "installing slurm-wlm and munge"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq slurm-wlm munge
fi

python=$(scripts/python.sh --environment)
place=$(mktemp -d /tmp/countyflow-slurm.XXXXXX)
chmod 755 "$place"
daemons=()

# Ends what this script started, and nothing else.
leave() {
  local status=$?
  scancel --state=PENDING,RUNNING --user=root 2>/dev/null || true
  sleep 1
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do kill "${daemons[$i]}" 2>/dev/null || true; done
  # A step of a cancelled job can keep slurmd from leaving for minutes.
  for ((i = 0; i < 20; i++)); do [ -n "$(jobs -rp)" ] && sleep 0.5; done
  for i in $(jobs -rp); do kill -9 "$i" 2>/dev/null || true; done
  wait 2>/dev/null || true
  if [ "$status" -eq 0 ] && [ -z "${KEEP:-}" ]; then rm -rf "$place"; else say "kept: $place"; fi
}
trap leave EXIT

begin_munge() {
  install -d -o munge -g munge -m 700 "$place/munge"
  dd if=/dev/urandom of="$place/munge/key" bs=128 count=1 status=none
  chown munge:munge "$place/munge/key"
  chmod 400 "$place/munge/key"
  # The socket's folder must be open to others, the key's must not.
  install -d -o munge -g munge -m 755 "$place/munge-socket"
  setpriv --reuid=munge --regid=munge --clear-groups -- \
    munged --foreground --key-file="$place/munge/key" --socket="$place/munge-socket/socket" \
    --pid-file="$place/munge/pid" --log-file="$place/munge/log" --seed-file="$place/munge/seed" \
    >"$place/munge.out" 2>&1 &
  daemons+=($!)
}

begin_slurm() {
  local host
  host=$(hostname -s)
  mkdir "$place/state" "$place/spool"
  export SLURM_CONF=$place/slurm.conf
  cat >"$SLURM_CONF" <<CONF
ClusterName=countyflow
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=26817
SlurmdPort=26818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$place/munge-socket/socket
CredType=cred/munge
StateSaveLocation=$place/state
SlurmdSpoolDir=$place/spool
SlurmctldPidFile=$place/slurmctld.pid
SlurmdPidFile=$place/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MpiDefault=none
ReturnToService=2
JobRequeue=1
KillWait=5
MinJobAge=300
SchedulerParameters=sched_interval=2,bf_interval=2
NodeName=$host NodeAddr=127.0.0.1 CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
CONF
  printf 'CgroupAutomount=no\n' >"$place/cgroup.conf"
  slurmctld -D >"$place/slurmctld.log" 2>&1 &
  daemons+=($!)
  slurmd -D >"$place/slurmd.log" 2>&1 &
  daemons+=($!)
  for _ in $(seq 60); do
    if sinfo --noheader --format=%t 2>/dev/null | grep -q idle; then return; fi
    sleep 1
  done
  say "the node did not come up; the last words of the daemons:"
  tail -n 5 "$place/slurmctld.log" "$place/slurmd.log" >&2
  return 1
}

hash_of() { "$COUNTYFLOW" merge "$1" --json | "$python" -c 'import json, sys; print(json.load(sys.stdin)["contentHash"])'; }

wait_for_queue() {
  for _ in $(seq 600); do
    [ -n "$(squeue --noheader)" ] || return 0
    sleep 1
  done
  say "the queue did not empty"
  return 1
}

begin_munge
sleep 1
begin_slurm
say "$(slurmctld -V), $(sinfo --noheader --format='%D node, %c processors, %t')"

say "serial run"
export COUNTYFLOW_CACHE=$place/cache-serial
"$COUNTYFLOW" sweep "$sweep" --replications "$replications" --out "$place/serial" --quiet >/dev/null
want=$(hash_of "$place/serial")

say "job array"
export COUNTYFLOW_CACHE=$place/cache-array
"$COUNTYFLOW" sweep "$sweep" --replications "$replications" --out "$place/array" --emit slurm --quiet >/dev/null
job=$(cd "$place/array/slurm" && sbatch --parsable sweep.sbatch)
requeued=0
for _ in $(seq 100); do
  running=$(squeue --noheader --states=RUNNING --format=%i --jobs="$job" | head -n 1)
  if [ -n "$running" ] && scontrol requeue "$running" 2>/dev/null; then requeued=$((requeued + 1)); fi
  [ "$requeued" -lt 2 ] || break
  sleep 0.2
done
wait_for_queue
array=$(hash_of "$place/array")

say "Dask on Slurm jobs"
export COUNTYFLOW_CACHE=$place/cache-dask
"$COUNTYFLOW" sweep "$sweep" --replications "$replications" --out "$place/dask" --emit plan --quiet >/dev/null
(
  cd "$place"
  "$python" - "$place/dask" <<'PY'
import subprocess
import sys
import threading
import time

from countyflow import cluster, commands

if __name__ == "__main__":
    folder = sys.argv[1]
    options = {"interface": "lo", "python": sys.executable, "job_extra_directives": ["--mem=0"]}
    options |= {"log_directory": f"{folder}/logs", "job_directives_skip": ["--mem="]}
    with cluster.job_queue("slurm", jobs=2, cores=1, memory="1GB", **options) as client:
        def cancel_one() -> None:
            while commands.status(folder).done < 3:
                time.sleep(0.1)
            listed = ["squeue", "--noheader", "--states=RUNNING", "--format=%i"]
            jobs = subprocess.run(listed, capture_output=True, text=True).stdout.split()
            subprocess.run(["scancel", "--signal=KILL", jobs[0]], check=True)
            print(f"check-slurm: cancelled job {jobs[0]} of {len(jobs)}", file=sys.stderr)

        fault = threading.Thread(target=cancel_one, daemon=True)
        fault.start()
        report = cluster.drive(folder, client)
        fault.join()
    print(f"check-slurm: {report.tasks} tasks in {report.seconds:.1f} s", file=sys.stderr)
PY
)
dask=$(hash_of "$place/dask")

printf '%-34s %9s  %s\n' door injected "content hash"
printf '%-34s %9s  %s\n' "serial run" "" "${want:0:16}"
printf '%-34s %9s  %s\n' "job array, elements requeued" "$requeued" "${array:0:16}"
printf '%-34s %9s  %s\n' "Dask on Slurm jobs, one cancelled" 1 "${dask:0:16}"
passed=0
for found in "$array" "$dask"; do if [ "$found" = "$want" ]; then passed=$((passed + 1)); fi; done
echo "$passed passed, $((2 - passed)) failed"
[ "$passed" -eq 2 ]
