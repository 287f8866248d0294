# Sourced by smoke/run and verify.

pod_problems=

# Prints why pods do not start, whenever that has changed: an image that cannot be pulled, a missing Secret, no node with
# room. Fails if an image still cannot be pulled at the second check.
check_pods() { # [SELECTOR]
    local problems
    problems=$(
        kubectl --namespace ticketing get pods ${1:+--selector "$1"} -o go-template='
            {{- define "waiting"}}{{range .}}{{with .state.waiting}}{{if .message}}{{.reason}}: {{.message}}{{"\n"}}{{end}}{{end}}{{end}}{{end}}
            {{- range .items}}
                {{- range .status.conditions}}
                    {{- if and (eq .type "PodScheduled") (eq .status "False")}}{{.reason}}: {{.message}}{{"\n"}}{{end}}
                {{- end}}
                {{- template "waiting" .status.initContainerStatuses}}
                {{- template "waiting" .status.containerStatuses}}
            {{- end}}'
        kubectl --namespace ticketing get events --field-selector type=Warning,reason=FailedMount \
            -o go-template='{{range .items}}{{.reason}}: {{.message}}{{"\n"}}{{end}}'
    )
    problems=$(sort -u <<<"$problems" | sed '/^$/d')
    if [ "$problems" != "$pod_problems" ]; then
        pod_problems=$problems
        [ -z "$problems" ] || echo "$problems" >&2
        return 0
    fi
    ! grep -qE '^(ImagePullBackOff|ErrImageNeverPull|InvalidImageName): ' <<<"$problems"
}
