# Measuring without starting programs meanwhile: on two cores every one of them would be in the figures.

now() { printf '%s' "${EPOCHREALTIME/,/.}"; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN {printf "%.3f", b - a}'; }

# The middle one of several numbers; of an even count the lower.
median() { printf '%s\n' "$@" | sort -g | sed -n "$((($# + 1) / 2))p"; }
thousands() { printf '%s' "$1" | sed -E ':a; s/([0-9])([0-9]{3})($|,)/\1,\2\3/; ta'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }
mib() { awk -v b="$1" 'BEGIN {printf "%.0f", b / 1048576}'; }
size() { du -sb "$1" | cut -f1; }

# wall COMMAND…: seconds that it took, in $took.
wall() {
  local begin
  begin=$(now)
  "$@" || return
  took=$(since "$begin")
}

# wall_and_peak OUT PROGRAM…: as wall, and the highest anonymous memory (RssAnon, kB) in $peak; stdout goes to OUT. Not for a
# function: that runs in a shell of its own, whose memory it would be.
wall_and_peak() {
  local begin out=$1 name value rest pid
  shift
  begin=$(now) peak=0
  "$@" >"$out" &
  pid=$!
  while :; do
    value=
    while read -r name value rest; do
      [[ $name == RssAnon: ]] && break
      value=
    done 2>/dev/null <"/proc/$pid/status" || true
    # A process that has ended and was not waited for has no memory any more.
    [ -n "$value" ] || break
    ((value > peak)) && peak=$value
    read -rt 0.02 <>"$pipe" || true
  done
  wait "$pid" || return
  took=$(since "$begin")
}

# Nobody writes to this pipe: waiting on it is a pause without starting `sleep`.
pipe=$work/pause
mkfifo "$pipe"

# met VALUE MUST AIM: the last column of the table.
met() {
  awk -v v="$1" -v must="$2" -v aim="$3" 'BEGIN {
    if (v == "") print "not measured"; else if (v <= aim) print "yes, and the aim";
    else if (v <= must) print "yes"; else print "**no**" }'
}

machine() {
  printf '%s cores of %s, %s GiB of memory, %s, kernel %s' "$(nproc)" \
    "$(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo)" \
    "$(awk '/MemTotal/ {printf "%.0f", $2 / 1048576}' /proc/meminfo)" \
    "$(. /etc/os-release && echo "$PRETTY_NAME")" "$(uname -r)"
}
