package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.lang.Priority;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/** A rule that skips exempt classes, and fails for an exemption whose class does not exist or does not need it. */
final class ExemptingRule implements ArchRule {

    private final ArchRule rule;
    private final List<Exemption> exemptions;

    ExemptingRule(ArchRule rule, List<Exemption> exemptions) {
        this.rule = rule;
        this.exemptions = exemptions;
    }

    @Override
    public EvaluationResult evaluate(JavaClasses classes) {
        ConditionEvents unneeded = ConditionEvents.Factory.create();
        exemptions.stream()
                .filter(exemption -> classes.stream().anyMatch(exemption::concerns))
                .filter(exemption -> !isNeeded(exemption, classes))
                .map(exemption ->
                        SimpleConditionEvent.violated(exemption, exemption.type() + " does not need its exemption"))
                .forEach(unneeded::add);
        EvaluationResult result = new EvaluationResult(this, unneeded, Priority.MEDIUM);
        result.add(rule.evaluate(
                matching(classes, type -> exemptions.stream().noneMatch(exemption -> exemption.covers(type)))));
        return result;
    }

    private boolean isNeeded(Exemption exemption, JavaClasses classes) {
        JavaClasses exempt = matching(classes, exemption::covers);
        return !exempt.isEmpty() && rule.evaluate(exempt).hasViolation();
    }

    private static JavaClasses matching(JavaClasses classes, Predicate<JavaClass> predicate) {
        return classes.that(DescribedPredicate.describe("match an exemption", predicate));
    }

    @Override
    public void check(JavaClasses classes) {
        Assertions.check(this, classes);
    }

    @Override
    public ArchRule because(String reason) {
        return new ExemptingRule(rule.because(reason), exemptions);
    }

    @Override
    public ArchRule allowEmptyShould(boolean allow) {
        return new ExemptingRule(rule.allowEmptyShould(allow), exemptions);
    }

    @Override
    public ArchRule as(String description) {
        return new ExemptingRule(rule.as(description), exemptions);
    }

    @Override
    public String getDescription() {
        return rule.getDescription();
    }
}
