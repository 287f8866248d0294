#!/bin/sh
# Makes a purchase through the ingress, from sign-up to the paid order, and exits with status 1 at the first unexpected
# response. SITE is the URL of the suite, INGRESS (host or host:port) the address to connect to. With TRACEPARENT, all
# requests belong to that trace.
set -eu
SITE=${SITE:-http://ticketing.dev}
INGRESS=${INGRESS:-ingress-nginx-controller.ingress-nginx.svc.cluster.local}
case $INGRESS in *:*) ;; *) INGRESS=$INGRESS: ;; esac
PATIENCE=${PATIENCE:-60}
run=$(date +%s)-$$
# Only this user can read the folder. The files contain session cookies.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
answer=$folder/answer
headers=$folder/headers

# METHOD PATH SESSION [BODY]: stores the body in $answer and prints the status. The Host header contains SITE's host, the
# connection goes to the ingress. The cookie header is set explicitly, so that `Secure` cookies work over plain HTTP.
ask() {
    curl -sS -m 20 --connect-to "::$INGRESS" -o "$answer" -D "$headers" -w '%{http_code}' -X "$1" "$SITE$2" \
        -H "Cookie: $3" ${TRACEPARENT:+-H "traceparent: $TRACEPARENT"} ${4:+-H 'Content-Type: application/json' -d "$4"} || echo " no response from $INGRESS"
}
fail() {
    echo "FAILED: $*" >&2
    cat "$answer" >&2 2>/dev/null || true
    exit 1
}
expect() { # STATUS METHOD PATH SESSION [BODY]
    want=$1
    shift
    got=$(ask "$@")
    [ "$got" = "$want" ] || fail "$1 $2 answered $got, not $want"
    echo "ok: $1 $2 $got"
}
# Retries a request until the event that it depends on has arrived.
await() { # TEXT STATUS METHOD PATH SESSION [BODY]
    text=$1 want=$2
    shift 2
    end=$(($(date +%s) + PATIENCE))
    until got=$(ask "$@") && [ "$got" = "$want" ] && grep -q "$text" "$answer"; do
        [ "$(date +%s)" -lt "$end" ] || fail "$1 $2 answered $got; awaited $want with $text for $PATIENCE s"
        sleep 0.5
    done
    echo "ok: $1 $2 $got, with $text"
}
id() { sed -n 's/^{"id":"\([^"]*\)".*/\1/p' "$answer"; }
session() { sed -n 's/^[Ss]et-[Cc]ookie: \(session=[^;]*\).*/\1/p' "$headers"; }

expect 200 GET / ''
expect 200 GET /api/users/currentuser ''
expect 201 POST /api/users/signup '' "{\"email\":\"smoke-seller-$run@example.com\",\"password\":\"sells in a test\"}"
seller=$(session)
expect 201 POST /api/users/signup '' "{\"email\":\"smoke-buyer-$run@example.com\",\"password\":\"buys in a test\"}"
buyer=$(session)
expect 401 POST /api/tickets '' '{"title":"Sold without a session","price":1}'
expect 201 POST /api/tickets "$seller" "{\"title\":\"Smoke $run\",\"price\":19.99}"
ticket=$(id)
await "$ticket" 200 GET "/api/tickets?q=$run" ''
await '"created"' 201 POST /api/orders "$buyer" "{\"ticketId\":\"$ticket\"}"
order=$(id)
await "$order" 200 GET "/api/tickets/$ticket" ''
expect 400 POST /api/orders "$buyer" "{\"ticketId\":\"$ticket\"}"
await '"id"' 201 POST /api/payments "$buyer" "{\"orderId\":\"$order\",\"token\":\"tok_visa\"}"
await '"complete"' 200 GET "/api/orders/$order" "$buyer"
expect 404 GET /api/users/does/not/exist ''
echo "PASSED: $SITE sold ticket $ticket by order $order"
