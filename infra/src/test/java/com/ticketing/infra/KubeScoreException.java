package com.ticketing.infra;

import com.ticketing.infra.KubeScore.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A finding of kube-score that stays, from {@code infra/k8s/kube-score-exceptions.yaml}.
 *
 * @param objects a regular expression of {@link Finding#object}
 * @param overlays the overlays in each of which it occurs
 */
record KubeScoreException(String check, String objects, List<String> overlays, String reason) {

    static List<KubeScoreException> all() {
        return parse(Checkout.read("infra/k8s/kube-score-exceptions.yaml"));
    }

    static List<KubeScoreException> parse(String yaml) {
        List<Map<String, Object>> entries = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return entries.stream()
                .map(entry -> new KubeScoreException(
                        text(entry, "check"),
                        text(entry, "objects"),
                        entry.get("overlays") instanceof List<?> overlays
                                ? overlays.stream().map(Object::toString).toList()
                                : List.of(),
                        text(entry, "reason")))
                .toList();
    }

    private static String text(Map<String, Object> entry, String key) {
        return String.valueOf(entry.get(key)).strip();
    }

    /** Returns the findings in the overlay without an exception, and the exceptions without a finding. */
    static List<String> differences(String overlay, Set<Finding> findings, List<KubeScoreException> exceptions) {
        List<KubeScoreException> expected = exceptions.stream()
                .filter(exception -> exception.overlays().contains(overlay))
                .toList();
        List<String> differences = new ArrayList<>();
        findings.stream()
                .filter(finding -> expected.stream().noneMatch(exception -> exception.covers(finding)))
                .forEach(finding -> differences.add("no exception for " + finding));
        expected.stream()
                .filter(exception -> findings.stream().noneMatch(exception::covers))
                .forEach(exception -> differences.add("no finding for " + exception));
        return differences;
    }

    private boolean covers(Finding finding) {
        return check.equals(finding.check()) && finding.object().matches(objects);
    }
}
