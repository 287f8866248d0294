# shellcheck shell=bash disable=SC2154 # verify sets the variables
# Sourced by verify: the steps that check metrics, traces and alerts.

running_pods() { # SERVICE FIELD: prints the field of each pod that does not end
    k get pod -l "app.kubernetes.io/name=$1" -o go-template="{{range .items}}{{if not .metadata.deletionTimestamp}}{{$2}} {{end}}{{end}}"
}

# --- scrape -----------------------------------------------------------------------------------------------------------

created_namespaces=()
client_pods=() # "NAMESPACE NAME"
start_client_pod() { # NAMESPACE LABEL
    local image
    image=$(sed -n 's/^ *image: //p' smoke/job.yaml)
    kubectl get namespace "$1" >/dev/null 2>&1 || {
        created_namespaces+=("$1")
        kubectl create namespace "$1" >/dev/null
    }
    kubectl -n "$1" delete pod "verify-$2" --ignore-not-found --now >/dev/null
    client_pods+=("$1 verify-$2")
    kubectl -n "$1" run "verify-$2" --image="$image" --labels="app.kubernetes.io/name=$2" --restart=Never --command -- \
        sleep 3600 >/dev/null
    kubectl -n "$1" wait "pod/verify-$2" --for=condition=Ready --timeout=120s >/dev/null || fail "$1/verify-$2 is not ready"
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
    grep -E "^($1|outbox|messaging|database)_" "../../$1/src/test/resources/metrics.txt" | grep -v '_seconds_' | sort -u
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
