# shellcheck shell=bash disable=SC2154 # verify sets the variables
# Sourced by verify: the steps that check metrics, traces and alerts.

running_pods() { # SERVICE FIELD: prints the field of each pod that does not end
    k get pod -l "app.kubernetes.io/name=$1" -o go-template="{{range .items}}{{if not .metadata.deletionTimestamp}}{{$2}} {{end}}{{end}}"
}

# --- scrape -----------------------------------------------------------------------------------------------------------

created_namespaces=()
client_pods=() # "NAMESPACE NAME"
start_client_pod() { # NAMESPACE LABEL
    local image end=$((SECONDS + 120))
    pod_problems=
    image=$(sed -n 's/^ *image: //p' smoke/job.yaml)
    kubectl get namespace "$1" >/dev/null 2>&1 || {
        created_namespaces+=("$1")
        kubectl create namespace "$1" >/dev/null
    }
    kubectl -n "$1" delete pod "verify-$2" --ignore-not-found --now >/dev/null
    client_pods+=("$1 verify-$2")
    kubectl -n "$1" run "verify-$2" --image="$image" --labels="app.kubernetes.io/name=$2" --restart=Never --command -- \
        sleep 3600 >/dev/null
    until kubectl -n "$1" wait "pod/verify-$2" --for=condition=Ready --timeout=3s >/dev/null 2>&1; do
        check_pods "app.kubernetes.io/name=$2" "$1" || fail "$1/verify-$2 cannot start"
        ((SECONDS < end)) || fail "$1/verify-$2 is not ready after 120 s"
    done
}
fetch() { # NAMESPACE LABEL ADDRESS
    kubectl -n "$1" exec "verify-$2" -- curl -sf -m 5 "http://$3:9000/actuator/prometheus" 2>/dev/null
}
end_client_pods() {
    local pod
    for pod in "${client_pods[@]}"; do kubectl -n "${pod% *}" delete pod "${pod#* }" --now --wait=false >/dev/null 2>&1 || true; done
    [ ${#created_namespaces[@]} = 0 ] || kubectl delete namespace "${created_namespaces[@]}" --timeout=60s >/dev/null 2>&1 || true
    client_pods=() created_namespaces=()
}
# The metrics of our own that a test of the service lists, as far as they exist before the first request.
domain_metrics() { # SERVICE
    sed -nE "/^($1|outbox|messaging|database)_/s/\{.*//p" "../../$1/src/test/resources/metrics.txt" | grep -v '_seconds_' | sort -u
}
scrape() {
    local service address missing pods=0 closed=0
    k apply -f components/monitoring/network-policy.yaml >/dev/null
    start_client_pod monitoring prometheus
    start_client_pod monitoring stranger
    start_client_pod verify-elsewhere prometheus
    for service in "${services[@]}"; do
        for address in $(running_pods "$service" .status.podIP); do
            await 30 "scrape: the scraper does not reach $service at $address" fetch monitoring prometheus "$address"
            fetch monitoring prometheus "$address" | sed -n 's/^\([a-z_]*\)[{ ].*/\1/p' | sort -u >"$work/metrics"
            missing=$(domain_metrics "$service" | comm -23 - "$work/metrics" | paste -sd' ')
            [ -z "$missing" ] || fail "scrape: $service at $address does not expose $missing"
            ! fetch monitoring stranger "$address" >/dev/null || fail "scrape: another pod of monitoring reaches $service"
            ! fetch verify-elsewhere prometheus "$address" >/dev/null ||
                fail "scrape: a prometheus of another namespace reaches $service"
            ! kubectl -n monitoring exec verify-prometheus -- curl -s -m 5 -o /dev/null "http://$address:3000" 2>/dev/null ||
                fail "scrape: the scraper reaches the requests' port of $service"
            pods=$((pods + 1)) closed=$((closed + 3))
        done
    done
    end_client_pods
    passed "scrape: $pods pods answer the scraper with the metrics of their service; $closed other connections are closed"
}

# --- alerts -----------------------------------------------------------------------------------------------------------

planted_oversell() { # plant|remove URI
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$work/driver/*" PlantedOversell.java "$@" >/dev/null 2>"$work/java" ||
        { cat "$work/java" >&2 && fail "alerts: cannot $1 the second order"; }
}
query() { # PROMQL: prints the value of each series of the result
    curl -s http://127.0.0.1:39100/api/v1/query --data-urlencode "query=$1" |
        { grep -o '"value":\[[^]]*\]' || true; } | sed 's/.*,"\(.*\)"\]/\1/'
}
active_alerts() { # prints the names of the alerts that are pending or fire
    local alerts
    alerts=$(curl -sf http://127.0.0.1:39100/api/v1/alerts) || { echo "no answer of Prometheus" && return; }
    { grep -o '"alertname":"[^"]*"' <<<"$alerts" || true; } | sed 's/.*:"\(.*\)"/\1/' | sort -u
}
has_value() { [ "$(query "$1")" = "$2" ]; }
has_alerts() { [ "$(active_alerts | paste -sd' ')" = "$1" ]; }
alerts() {
    local service pod port=39110 targets='' begin database
    command -v prometheus >/dev/null || fail "alerts: prometheus is not on the PATH"
    mkdir -p "$work/driver"
    for pod in mongodb-driver-core mongodb-driver-sync bson slf4j-api; do
        unzip -q -o -j ../../orders/target/orders.jar "BOOT-INF/lib/$pod-[0-9]*.jar" -d "$work/driver" ||
            fail "alerts: orders/target/orders.jar is missing, infra/images/build builds it"
    done
    for service in "${services[@]}"; do
        for pod in $(running_pods "$service" .metadata.name); do
            port=$((port + 1))
            forward $port "$pod" 9000
            targets+="      - {targets: ['127.0.0.1:$port'], labels: {pod: $pod}}"$'\n'
        done
    done
    sed '1,/^spec:/d; s/^  //' components/monitoring/alerts.yaml >"$work/alerts.yaml"
    cat >"$work/prometheus.yaml" <<Y
global: {scrape_interval: 5s, evaluation_interval: 5s}
rule_files: [alerts.yaml]
scrape_configs:
  - job_name: services
    metrics_path: /actuator/prometheus
    static_configs:
$targets
Y
    prometheus --config.file="$work/prometheus.yaml" --storage.tsdb.path="$work/prometheus" \
        --web.listen-address=127.0.0.1:39100 --log.level=error &
    background+=($!)
    await 120 "alerts: not every pod is scraped" has_value 'sum(up)' $((port - 39110))
    # the first count of an earlier run's orders may be five minutes old
    await 330 "alerts: orders_oversold is not 0" has_value 'max(orders_oversold)' 0
    # before the first scrape, ServiceMissing is pending
    await 60 "alerts: an alert stays active before the wait at rest" has_alerts ""
    begin=$SECONDS
    while ((SECONDS - begin < SECONDS_AT_REST)); do
        has_alerts "" || fail "alerts: at rest there is $(active_alerts | paste -sd' ')"
        sleep 5
    done
    say "  quiet for $SECONDS_AT_REST s: $((port - 39110)) pods, $(query 'count(up)') targets"

    forward 39101 orders-mongo-0 27017
    database="mongodb://127.0.0.1:39101/orders?directConnection=true"
    undo=(planted_oversell remove "$database")
    planted_oversell plant "$database"
    begin=$SECONDS
    # orders counts every five minutes
    await 330 "alerts: a ticket has two active orders, and Oversell does not fire" \
        has_value 'count(ALERTS{alertname="Oversell",alertstate="firing"})' 1
    say "  Oversell fires $((SECONDS - begin)) s after the second order was written"
    has_alerts Oversell || fail "alerts: other alerts than Oversell: $(active_alerts | paste -sd' ')"
    undo
    begin=$SECONDS
    await 330 "alerts: Oversell still fires without the second order" has_alerts ""
    end_in_background
    passed "alerts: quiet at rest, Oversell fires for a second active order, and ends $((SECONDS - begin)) s after its removal"
}

# --- trace ------------------------------------------------------------------------------------------------------------

hex() { od -An -v -tx1 | tr -d ' \n'; }
length_and_hex() { printf %02x ${#1} && printf %s "$1" | hex; }
# Prints the received spans of a service in a trace, as hexadecimal digits: trace id, span id, parent's id. The collector
# writes each request to a file: one service's OTLP message, with the attribute service.name before the spans.
spans() { # SERVICE TRACE
    grep "0a$(length_and_hex service.name)12..0a$(length_and_hex "$1")" "$work/otlp" |
        grep -oE "0a10${2}1208.{16}(2208.{16})?" | sed -E "s/^0a10(.{32})1208(.{16})(2208)?/\1 \2 /"
}
receive() {
    # shellcheck disable=SC2016 # the pod's shell expands it
    k exec deployment/trace-collector -- \
        sh -c 'for body in /tmp/bodies/*; do [ ! -f "$body" ] || od -An -v -tx1 "$body" | tr -d " \n"; echo; done' >"$work/otlp"
}
# A complete trace has spans of every service, and the parent of each of them is one of them or the client's.
is_complete() { # TRACE CLIENT_SPAN
    local service
    receive
    : >"$work/spans"
    for service in "${services[@]}"; do
        spans "$service" "$1" >"$work/spans-$service" || return 1
        cat "$work/spans-$service" >>"$work/spans"
    done
    [ -z "$(awk -v client="$2" 'BEGIN { known[client] = 1 } { known[$2] = 1; parents[$3] = 1 }
        END { for (parent in parents) if (!(parent in known)) print parent }' "$work/spans")" ]
}
export_traces() { # VARIABLE=VALUE | VARIABLE-
    k set env deployment -l app.kubernetes.io/component=service "$1" >/dev/null
}
stop_traces() {
    export_traces OTEL_EXPORTER_OTLP_ENDPOINT-
    k delete -f trace-collector.yaml --ignore-not-found --wait=false
}
await_restart() {
    rolled_out "${services[@]/#/deployment/}"
    # an old pod consumes events until it ends
    await_old_pods
}
trace() {
    local id client=00f067aa0ba902b7 counts='' service end
    id=$(head -c 16 /dev/urandom | hex)
    k get deployment client -o 'jsonpath={.spec.template.spec.containers[0].image}' >"$work/image"
    undo=(stop_traces)
    sed "s#image: nginx#image: $(cat "$work/image")#" trace-collector.yaml | k apply -f - >/dev/null
    rolled_out deployment/trace-collector
    export_traces OTEL_EXPORTER_OTLP_ENDPOINT=http://trace-collector:4318
    await_restart
    TRACEPARENT=00-$id-$client-01 INGRESS=$INGRESS sh smoke/walk.sh >"$work/walk" 2>&1 || { cat "$work/walk" >&2 && fail "trace: the purchase"; }
    end=$((SECONDS + 90))
    until is_complete "$id" $client; do
        ((SECONDS < end)) || fail "trace: $id is not complete: $(cd "$work" && wc -l spans-* | sed '$d' | tr -s ' ' | paste -sd,)"
        sleep 2
    done
    for service in "${services[@]}"; do counts+=" $service $(wc -l <"$work/spans-$service")"; done
    passed "trace: the purchase is trace $id with spans of:$counts"
    undo
    await_restart
}
