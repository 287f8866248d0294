# Sourced by the project's commands. Sets JAVA_HOME to the newest JDK on this machine, 21 or later, or exits with one line.
# Keeps a JAVA_HOME that is new enough.

# A subshell keeps its variables local.
find_jdk() (
    version_of() {
        [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    }
    if version=$(version_of "${JAVA_HOME:-/nonexistent}") && [ "${version:-0}" -ge 21 ]; then
        echo "$JAVA_HOME"
        exit 0
    fi
    on_path=$(command -v javac) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=/nonexistent
    best=20
    for candidate in "${on_path%/bin/javac}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        if version=$(version_of "$candidate") && [ "${version:-0}" -gt "$best" ]; then
            best=$version
            found=$candidate
        fi
    done
    if [ -z "${found:-}" ]; then
        echo "No JDK 21 or newer was found: install one (for example Temurin 25) or point JAVA_HOME at it." >&2
        exit 1
    fi
    echo "$found"
)

JAVA_HOME=$(find_jdk) || exit 1
export JAVA_HOME
