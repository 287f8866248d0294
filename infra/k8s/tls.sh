# shellcheck shell=bash disable=SC2034,SC2154 # verify and failover.sh set or read the variables
# Sourced by verify: the step that adds TLS to the broker of production.

# An authority, and the certificate of the NATS servers that it has issued.
create_certificate() { # FOLDER
    local key=(-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes)
    openssl req -x509 "${key[@]}" -days 30 -subj "/CN=Authority of the broker" -keyout "$1/ca.key" -out "$1/ca.crt" 2>/dev/null
    openssl req "${key[@]}" -subj /CN=nats -keyout "$1/tls.key" -out "$1/tls.csr" 2>/dev/null
    openssl x509 -req -in "$1/tls.csr" -CA "$1/ca.crt" -CAkey "$1/ca.key" -CAcreateserial -days 30 -out "$1/tls.crt" -extfile - 2>/dev/null <<'X'
subjectAltName = DNS:nats, DNS:nats-0.nats, DNS:nats-1.nats, DNS:nats-2.nats
extendedKeyUsage = serverAuth, clientAuth
X
}
# Prints the name of each client of the NATS servers and the version of its TLS. A pod of a service has the name of its pod.
list_clients() {
    local server
    for server in 0 1 2; do forward "3903$server" "nats-$server" 8222; done
    for server in 0 1 2; do curl -s "http://127.0.0.1:3903$server/connz?limit=1000"; done | awk -F'"' '
        /"cid":/ { if (cid) print name, version; cid = 1; name = version = "none" }
        $2 == "name" { name = $4 }
        $2 == "tls_version" { version = $4 }
        END { if (cid) print name, version }' >"$work/clients"
    end_in_background
}
tls() {
    local statefulset service pod seller buyer ticket
    if ! k get secret nats-tls >/dev/null 2>&1; then
        mkdir -p "$work/certificate"
        create_certificate "$work/certificate"
        k create secret generic nats-tls --from-file="$work/certificate/ca.crt" --from-file="$work/certificate/tls.crt" \
            --from-file="$work/certificate/tls.key" >/dev/null
    fi
    apply_prod nats-tls
    for statefulset in nats nats-streaming; do rolled_out "statefulset/$statefulset"; done
    for service in "${services[@]}"; do rolled_out "deployment/$service"; done
    await_old_pods

    list_clients
    ! grep ' none$' "$work/clients" >&2 || fail "tls: clients of the NATS servers do not use TLS"
    for service in "${services[@]}"; do
        for pod in $(k get pods -l "app.kubernetes.io/name=$service" -o 'jsonpath={.items[*].metadata.name}'); do
            grep -q "^$pod " "$work/clients" || fail "tls: $pod is not connected"
        done
    done
    grep -q '^_NSS-' "$work/clients" || fail "tls: no streaming server is connected"
    await_event_of_a_ticket tls
    passed "tls: all $(wc -l <"$work/clients") clients of the NATS servers use TLS, and an event has arrived"
}
