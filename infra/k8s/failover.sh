# shellcheck shell=bash disable=SC2154 # verify sets the variables
# Sourced by verify: the step that ends the leader of the clustered broker.

site=http://tickets.example.com
milliseconds() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
request() { # SESSION METHOD PATH [BODY]: prints the status, then the body
    local answer
    answer=$(curl -s -m 20 --connect-to "::$INGRESS" -H "Cookie: $1" -w '\n%{http_code}' -X "$2" "$site$3" \
        ${4:+-H 'Content-Type: application/json' -d "$4"}) || true
    echo "${answer##*$'\n'} ${answer%$'\n'*}"
}
create_ticket() { # SESSION: prints the id of a ticket that tickets has acknowledged
    request "$1" POST /api/tickets '{"title":"Failover","price":5}' | sed -n 's/^201 {"id":"\([^"]*\)".*/\1/p'
}
# orders accepts an order only if it has received the event of the ticket.
can_be_ordered() { # TICKET
    local order
    order=$(request "$buyer" POST /api/orders "{\"ticketId\":\"$1\"}" | sed -n 's/^201 {"id":"\([^"]*\)".*/\1/p')
    [ "$order" ] && request "$buyer" DELETE "/api/orders/$order" >/dev/null
}
await_event_of_a_ticket() { # STEP: signs up `seller` and `buyer`, and creates a ticket that can be ordered
    await 60 "sign-up failed" sign_up "$site"
    seller=$session
    await 60 "sign-up failed" sign_up "$site"
    buyer=$session
    ticket=$(create_ticket "$seller")
    [ "$ticket" ] || fail "$1: no ticket can be created"
    await 60 "$1: the event of a ticket does not reach orders" can_be_ordered "$ticket"
}
create_tickets() { # FILE: creates tickets until it is ended, and appends each id, or an empty line for a failed request
    while :; do
        create_ticket "$seller" | sed '/^$/d' >"$1.one"
        if [ -s "$1.one" ]; then cat "$1.one" >>"$1"; else echo >>"$1"; fi
        sleep 0.2
    done
}
find_leader() {
    local pod port=39020
    leader=
    for pod in $(k get pods -l app.kubernetes.io/name=nats-streaming -o 'jsonpath={.items[*].metadata.name}'); do
        port=$((port + 1))
        forward $port "$pod" 8222
        ! curl -s "http://127.0.0.1:$port/streaming/serverz" | grep -q '"role": *"Leader"' || leader=$pod
    done
    end_in_background
    [ "$leader" ]
}
failover() {
    local leader seller buyer writer ticket deleted published restarts created failed
    rolled_out statefulset/nats statefulset/nats-streaming
    await_event_of_a_ticket failover
    await 60 "failover: no streaming server leads" find_leader

    for writer in 1 2; do
        : >"$work/created-$writer"
        create_tickets "$work/created-$writer" &
        background+=($!)
    done
    sleep 5
    k delete pod "$leader" --wait=false >/dev/null
    deleted=$(milliseconds)
    ticket=$(create_ticket "$seller")
    [ "$ticket" ] || fail "failover: no ticket can be created without the leader"
    await 90 "failover: no event is published within 90 s after the end of $leader" can_be_ordered "$ticket"
    published=$(($(milliseconds) - deleted))
    say "  $leader was deleted; the event of the next ticket reached orders after $published ms"
    rolled_out statefulset/nats-streaming
    restarts=$(k get pod "$leader" -o 'jsonpath={.status.containerStatuses[0].restartCount}')
    [ "$restarts" = 0 ] || fail "failover: the container of the new $leader was restarted $restarts times"
    end_in_background

    cat "$work"/created-? >"$work/created"
    failed=$(grep -c '^$' "$work/created" || true)
    created=$(grep -c . "$work/created" || true)
    ((created > 20)) || fail "failover: only $created tickets were created"
    # the last request of each writer was ended
    ((failed <= 2)) || fail "failover: $failed of $((created + failed)) requests failed"
    while read -r ticket; do
        [ -z "$ticket" ] || await 60 "failover: orders has not received the acknowledged ticket $ticket" can_be_ordered "$ticket"
    done <"$work/created"
    await 60 "failover: no streaming server leads afterwards" find_leader
    passed "failover: all $created tickets that were acknowledged have reached orders, the next one $published ms after the leader's end; $leader leads"
}
