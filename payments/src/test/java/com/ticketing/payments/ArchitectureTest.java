package com.ticketing.payments;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.ticketing.testsupport.architecture.ArchitectureRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = PaymentsApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Includes the rule that packages are free of cycles. */
    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule packagesDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("stripe")
            .definedBy("com.ticketing.payments.stripe..")
            .layer("payment")
            .definedBy("com.ticketing.payments.payment..")
            .layer("charge")
            .definedBy("com.ticketing.payments.charge..")
            .layer("receipt")
            .definedBy("com.ticketing.payments.receipt..")
            .layer("refund")
            .definedBy("com.ticketing.payments.refund..")
            .layer("reconciliation")
            .definedBy("com.ticketing.payments.reconciliation..")
            .layer("order")
            .definedBy("com.ticketing.payments.order..")
            .layer("webhook")
            .definedBy("com.ticketing.payments.webhook..")
            .layer("deletion")
            .definedBy("com.ticketing.payments.deletion..")
            .whereLayer("stripe")
            .mayNotAccessAnyLayer()
            .whereLayer("payment")
            .mayOnlyAccessLayers("stripe")
            .whereLayer("charge")
            .mayOnlyAccessLayers("payment", "stripe")
            .whereLayer("receipt")
            .mayOnlyAccessLayers("payment", "charge", "stripe")
            .whereLayer("refund")
            .mayOnlyAccessLayers("payment", "receipt", "stripe")
            .whereLayer("reconciliation")
            .mayOnlyAccessLayers("payment", "charge", "refund", "stripe")
            .whereLayer("order")
            .mayOnlyAccessLayers("payment", "reconciliation")
            .whereLayer("webhook")
            .mayOnlyAccessLayers("reconciliation", "stripe")
            .whereLayer("deletion")
            .mayOnlyAccessLayers("payment")
            .because("the payment document must not depend on the features that change it");

    @ArchTest
    static final ArchRule onlyTheAdapterUsesStripesLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("com.ticketing.payments.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..")
            .because("Stripe's API must be adapted in one place");
}
