# Sourced by the project's commands. Collects missing requirements and reports, in one message, all of them and how to
# install them.

lacking=
packages=
# Each pattern has two parentheses: bash 3.2 of macOS ends the substitution at a single one.
platform=$(
    if [ "$(uname)" = Darwin ]; then
        echo macos
    elif [ -r "${OS_RELEASE:-/etc/os-release}" ]; then
        . "${OS_RELEASE:-/etc/os-release}"
        case " ${ID:-} ${ID_LIKE:-} " in
        (*" debian "*) echo debian ;;
        (*" fedora "*) echo fedora ;;
        esac
    fi
)

# Records a missing requirement. A package "-" means that the platform has none that is new enough.
lack() { # WHAT DEBIAN-PACKAGE FEDORA-PACKAGE HOMEBREW-FORMULA ADDRESS
    case $platform in
    debian) package=$2 ;;
    fedora) package=$3 ;;
    macos) package=$4 ;;
    *) package=- ;;
    esac
    if [ "$package" = - ]; then
        lacking="$lacking  $1: $5
"
    else
        lacking="$lacking  $1: package $package
"
        packages="$packages $package"
    fi
}

# Sets JAVA_HOME, or records a missing JDK.
need_jdk() {
    found=$(. .mvn/find-jdk.sh 2>/dev/null && echo "$JAVA_HOME") && export JAVA_HOME="$found" ||
        lack "a JDK 21 or newer, installed or at JAVA_HOME" - java-latest-openjdk-devel openjdk https://adoptium.net
}

# If anything is missing, prints it and ends the command.
end_if_lacking() { # COMMAND
    [ -n "$lacking" ] || return 0
    printf 'Missing requirements of %s:\n%s' "$1" "$lacking" >&2
    if [ -n "$packages" ]; then
        case $platform in
        debian) echo "Install packages with: sudo apt-get install$packages" ;;
        fedora) echo "Install packages with: sudo dnf install$packages" ;;
        macos) echo "Install packages with: brew install$packages" ;;
        esac >&2
    fi
    exit 1
}
