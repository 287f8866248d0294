# Sourced by smoke/run and verify.

pod_problems=

# Prints the reasons why pods do not start, each time they change: an image that cannot be pulled, a missing Secret, no node
# with enough capacity. Fails if an image still cannot be pulled at the second check.
check_pods() { # [SELECTOR [NAMESPACE]]
    local get=(kubectl --namespace "${2:-ticketing}" get) pods problems
    pods=$("${get[@]}" pods ${1:+--selector "$1"} -o name)
    problems=$(
        "${get[@]}" pods ${1:+--selector "$1"} -o go-template='
            {{- define "waiting"}}{{range .}}{{with .state.waiting}}{{if .message}}{{.reason}}: {{.message}}{{"\n"}}{{end}}{{end}}{{end}}{{end}}
            {{- range .items}}
                {{- range .status.conditions}}
                    {{- if and (eq .type "PodScheduled") (eq .status "False")}}{{.reason}}: {{.message}}{{"\n"}}{{end}}
                {{- end}}
                {{- template "waiting" .status.initContainerStatuses}}
                {{- template "waiting" .status.containerStatuses}}
            {{- end}}'
        "${get[@]}" events --field-selector type=Warning,reason=FailedMount \
            -o go-template='{{range .items}}pod/{{.involvedObject.name}} {{.reason}}: {{.message}}{{"\n"}}{{end}}' |
            awk 'NR == FNR { pods[$1]; next } $1 in pods { sub(/^[^ ]* /, ""); print }' <(echo "$pods") -
    )
    problems=$(sort -u <<<"$problems" | sed '/^$/d')
    if [ "$problems" != "$pod_problems" ]; then
        pod_problems=$problems
        [ -z "$problems" ] || echo "$problems" >&2
        return 0
    fi
    ! grep -qE '^(ImagePullBackOff|ErrImageNeverPull|InvalidImageName): ' <<<"$problems"
}
