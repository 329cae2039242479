#!/usr/bin/env bash
# Installs what the build needs from the system, if it is missing, and checks the Swift toolchain.
#
# Nothing is fetched when everything is there, so it works offline then.
# Exit codes: 0 ready, 1 something is missing and could not be installed.
set -euo pipefail

readonly need_major=6 need_minor=3

say() { printf 'setup: %s\n' "$*" >&2; }

# Names of the Debian packages that are still missing, one a line.
missing_packages() {
  command -v git >/dev/null || echo git
  command -v pkg-config >/dev/null || echo pkg-config
  # Yams and the embedded charts hold C sources.
  compgen -G '/usr/include/c++/*/vector' >/dev/null || echo g++
  pkg-config --exists 'gsl >= 2.5' 2>/dev/null || echo libgsl-dev
  [ -e /usr/include/sqlite3.h ] || [ -e /usr/local/include/sqlite3.h ] || echo libsqlite3-dev
  # GLPK has no pkg-config file in Debian.
  [ -e /usr/include/glpk.h ] || [ -e /usr/local/include/glpk.h ] || echo libglpk-dev
}

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

can_be_root() {
  [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; }
}

install_packages() {
  if ! command -v apt-get >/dev/null; then
    say "missing: $*"
    say "this system has no apt-get; install the GNU Scientific Library (2.5 or later), SQLite"
    say "(3.37 or later) and the GNU Linear Programming Kit, all with headers, pkg-config, git and a C++ standard library by your own package manager, then run this again"
    return 1
  fi
  if ! can_be_root; then
    say "missing: $*"
    say "installing them needs root, and there is no sudo that works without asking;"
    say "ask an administrator to run:  apt-get install $*"
    return 1
  fi
  say "installing $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 ||
    say "the package lists could not be renewed; trying with the old ones"
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >&2; then
    say "apt-get could not install $*; its own words are above"
    return 1
  fi
}

system_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}" || return 1
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -eq 0 ] || { say "still missing: ${missing[*]}"; return 1; }
}

swift_toolchain() {
  local version
  if ! command -v swift >/dev/null; then
    say "there is no \`swift\` in PATH; CountyFlow needs Swift $need_major.$need_minor or later"
    where_swift_comes_from
    return 1
  fi
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  if [ -z "$version" ]; then
    say "\`swift --version\` does not say which version $(command -v swift) is"
    where_swift_comes_from
    return 1
  fi
  if [ "${version%%.*}" -lt "$need_major" ] ||
    { [ "${version%%.*}" -eq "$need_major" ] && [ "${version#*.}" -lt "$need_minor" ]; }; then
    say "$(command -v swift) is Swift $version; CountyFlow needs $need_major.$need_minor or later"
    where_swift_comes_from
    return 1
  fi
}

where_swift_comes_from() {
  say "toolchains for Debian 12 and Ubuntu are on the install page of the Swift project:"
  say "unpack one, put its usr/bin folder in front of PATH, and run this again"
}

main() {
  local ready=0
  system_packages || ready=1
  swift_toolchain || ready=1
  return "$ready"
}

main
