# Sourced by mvnw and up: sets JAVA_HOME to a JDK of the newest version that is at least 21, or stops with one line.
# An own JAVA_HOME that is new enough is kept.

jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

find_jdk() {
    version=$(jdk_version "${JAVA_HOME:-/nonexistent}") && [ "${version:-0}" -ge 21 ] && return 0
    best=0
    on_path=$(command -v javac) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=/nonexistent
    for home in "${on_path%/bin/javac}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        version=$(jdk_version "$home") || continue
        if [ "${version:-0}" -ge 21 ] && [ "$version" -gt "$best" ]; then
            best=$version
            JAVA_HOME=$home
        fi
    done
    if [ "$best" -eq 0 ]; then
        echo "No JDK 21 or newer was found: install one (for example Temurin 25) or point JAVA_HOME at it." >&2
        exit 1
    fi
    export JAVA_HOME
}

find_jdk
