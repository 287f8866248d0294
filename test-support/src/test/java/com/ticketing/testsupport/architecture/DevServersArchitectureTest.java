package com.ticketing.testsupport.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Checks dev-servers here, because dev-servers cannot depend on this module, which depends on it. */
@AnalyzeClasses(packages = "com.ticketing.devservers", importOptions = ImportOption.DoNotIncludeTests.class)
class DevServersArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(CodeRules.class);
}
