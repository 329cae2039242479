"""How often a run allocates or counts references for each event it handles.

    calls.py SHORT.callgrind EVENTS LONG.callgrind EVENTS

Both files come from callgrind, of the same program with a shorter and a longer run. What happens once
in a run is in both, so that the difference between the two, over the difference in events, is what
an event costs. Prints a line for each function, with the callers most to blame; exit
code 1 when any kind happens more often than once in a thousand events.
"""

import collections
import re
import sys

# What must not happen between two events.
WATCHED = {
    # All others end in these.
    "allocation": re.compile(r"^(malloc|calloc|realloc)$"),
    "reference counting": re.compile(
        r"^swift_(bridgeObject|unknownObject|nonatomic_)?([rR]etain|[rR]elease)(_n)?$"
    ),
    "check that an array is nobody else's": re.compile(r"^swift_isUniquelyReferenced"),
    "exclusivity check": re.compile(r"^swift_beginAccess$"),
    "cast or witness at run time": re.compile(
        r"^swift_(dynamicCast|conformsToProtocol|getGenericMetadata|getWitnessTable)$"
    ),
}
# Told, because it costs, but no failure: nothing is counted or allocated.
ONLY_TOLD = "check that an array is nobody else's"
LIMIT = 1e-3
# The runtime and the standard library: whoever calls them is to be named instead.
SOMEBODY_ELSES = re.compile(r"^(swift_|_?swift::|posix_memalign$|_mid_memalign|operator new|\$ss|\$sS)")
NAME = re.compile(r"^(c?fn)=\((\d+)\)(?: (.*))?$")


def plain(name):
    """A function's name without its version and callgrind's marks for recursion."""
    return re.sub(r"(@@?[\w.]+)|('\d+)", "", name)


def read_calls(path):
    """How often each function called each other one."""
    names, calls = {}, collections.Counter()
    caller = callee = None
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if line.startswith("calls="):
                calls[caller, callee] += int(line[6:].split()[0])
                continue
            match = NAME.match(line)
            if match is None:
                continue
            kind, number, name = match.groups()
            if name is not None:
                names[number] = plain(name.rstrip())
            if kind == "fn":
                caller = names[number]
            else:
                callee = names[number]
    return calls


def origins(function, calls, seen=()):
    """Who calls a function, through the runtime and the standard library: how often each does.

    A caller of a library function is counted for all its calls, whether or not they went on to ours.
    """
    found = collections.Counter()
    for (caller, callee), count in calls.items():
        if callee != function or count <= 0 or caller in seen:
            continue
        if SOMEBODY_ELSES.match(caller):
            found.update(origins(caller, calls, (*seen, function)))
        else:
            found[caller] += count
    return found


def main():
    """The command line."""
    if len(sys.argv) != 5:
        print(__doc__, file=sys.stderr)
        return 2
    short, long = read_calls(sys.argv[1]), read_calls(sys.argv[3])
    events = int(sys.argv[4]) - int(sys.argv[2])
    if events <= 0:
        print("calls: the longer run has no more events than the shorter", file=sys.stderr)
        return 1
    if not short or not long:
        print("calls: nothing was called; is the event loop's name still right?", file=sys.stderr)
        return 1
    extra = collections.Counter(long)
    extra.subtract(short)
    too_many = False
    print(f"calls: of {events} events more, per event:")
    for title, pattern in WATCHED.items():
        functions = collections.Counter()
        for (_, callee), count in extra.items():
            if pattern.match(callee):
                functions[callee] += count
        whole = sum(functions.values())
        too_many |= title != ONLY_TOLD and whole / events > LIMIT
        print(f"  {whole / events:12.6f}  {title} ({whole} calls more)")
        for function, count in functions.most_common():
            if count == 0:
                continue
            print(f"  {count / events:12.6f}    {function}")
            for caller, n in origins(function, extra).most_common(5):
                print(f"                    {n} from {caller}")
    if too_many:
        print(f"calls: more than one in {1 / LIMIT:.0f} events", file=sys.stderr)
    return 1 if too_many else 0


if __name__ == "__main__":
    sys.exit(main())
