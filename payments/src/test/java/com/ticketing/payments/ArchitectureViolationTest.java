package com.ticketing.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.payment.Payments;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Proves with planted violations that the rules of {@link ArchitectureTest} can fail. */
class ArchitectureViolationTest {

    @Test
    void aDependencyAgainstTheDirectionIsFound() {
        JavaClasses planted = new ClassFileImporter()
                .importClasses(com.ticketing.payments.stripe.PlantedViolation.class, Payments.class);
        assertThat(ArchitectureTest.packagesDependInOneDirection
                        .evaluate(planted)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("stripe.PlantedViolation"));
    }

    @Test
    void aUseOfStripesLibraryOutsideTheAdapterIsFound() {
        JavaClasses planted =
                new ClassFileImporter().importClasses(com.ticketing.payments.webhook.PlantedViolation.class);
        assertThat(ArchitectureTest.onlyTheAdapterUsesStripesLibrary
                        .evaluate(planted)
                        .hasViolation())
                .isTrue();
    }
}
