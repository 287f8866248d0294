package com.ticketing.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.planted.Planted;
import com.ticketing.planted.left.Left;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExemptionTest {

    private static final ArchRule NOTHING_SLEEPS = noClasses().should().accessTargetWhere(AccessPredicates.sleeping());
    private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(sleepers());
    private static final JavaClasses LEFT = new ClassFileImporter().importClasses(Left.class);

    private static Class<?>[] sleepers() {
        return Arrays.stream(Planted.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().startsWith("Sleeps"))
                .toArray(Class<?>[]::new);
    }

    @Test
    void anExemptClassMayViolateTheRule() {
        assertThat(violates(PLANTED, Planted.class.getName())).isFalse();
    }

    @Test
    void otherClassesMayNot() {
        assertThat(violates(PLANTED, Planted.class.getName() + "$Sleeps")).isTrue();
    }

    @Test
    void anExemptionThatItsClassDoesNotNeedFails() {
        assertThat(violates(LEFT, Left.class.getName())).isTrue();
    }

    @Test
    void anExemptionOfAClassThatDoesNotExistFails() {
        assertThat(violates(LEFT, "com.ticketing.planted.Renamed")).isTrue();
    }

    @Test
    void anExemptionConcernsItsOwnModuleOnly() {
        assertThat(violates(LEFT, "com.ticketing.elsewhere.Sleeper")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("exemptions")
    void namesARuleAndHasAReason(Exemption exemption) throws NoSuchFieldException {
        Field rule = CodeRules.class.getDeclaredField(exemption.rule());

        assertThat(rule.isAnnotationPresent(ArchTest.class)).isTrue();
        assertThat(exemption.reason()).isNotBlank();
    }

    static List<Exemption> exemptions() {
        return Exemption.ALL;
    }

    private static boolean violates(JavaClasses classes, String exempt) {
        List<Exemption> exemptions = List.of(new Exemption("nothingSleeps", exempt, "planted"));
        return new ExemptingRule(NOTHING_SLEEPS, exemptions).evaluate(classes).hasViolation();
    }
}
