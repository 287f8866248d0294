package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Checks the sample service in the way of a real one. */
@AnalyzeClasses(packages = "com.ticketing.sample")
class ArchitectureRulesTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);
}
