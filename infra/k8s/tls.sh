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
# Prints the number of clients with TLS and of those without it, of all NATS servers.
clients() {
    local server
    for server in 0 1 2; do
        forward "3903$server" "nats-$server" 8222
        curl -s "http://127.0.0.1:3903$server/connz?limit=1000"
    done | awk '/"cid":/ { all++ } /"tls_version":/ { secure++ } END { print secure + 0, all - secure }'
}
tls() {
    local statefulset service secure plain seller buyer ticket
    mkdir -p "$work/certificate"
    create_certificate "$work/certificate"
    k create secret generic nats-tls --dry-run=client -o yaml --from-file="$work/certificate/ca.crt" \
        --from-file="$work/certificate/tls.crt" --from-file="$work/certificate/tls.key" | k apply --server-side -f - >/dev/null
    apply_prod nats-tls
    for statefulset in nats nats-streaming; do rolled_out "statefulset/$statefulset"; done
    for service in "${services[@]}"; do rolled_out "deployment/$service"; done
    await_old_pods

    read -r secure plain < <(clients)
    end_in_background
    # every pod of a service, and at least the leader of the streaming servers
    ((secure > 2 * ${#services[@]})) || fail "tls: only $secure clients of the NATS servers use TLS"
    ((plain == 0)) || fail "tls: $plain clients of the NATS servers do not use TLS"
    await 60 "sign-up failed" sign_up "$site"
    seller=$session
    await 60 "sign-up failed" sign_up "$site"
    buyer=$session
    ticket=$(create_ticket "$seller")
    [ "$ticket" ] || fail "tls: no ticket can be created"
    await 60 "tls: the event of a ticket does not reach orders" can_be_ordered "$ticket"
    passed "tls: $secure clients of the NATS servers use TLS, none does not, and an event has arrived"
}
